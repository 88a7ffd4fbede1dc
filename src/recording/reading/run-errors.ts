import type { Envelope, Hook } from '@cucumber/messages';
import { failureMessage } from '../model/failure-message';
import type { RunError } from '../model/recorded-run';
import { recordedHook } from './hooks';

/** The errors that prevented a run from starting or finishing, in the order of the stream. */
export class RunErrors {
  readonly errors: RunError[] = [];
  readonly #hooks = new Map<string, Hook>();
  readonly #started = new Map<string, Hook | undefined>();

  /** The next message of the stream. */
  read(message: Envelope): void {
    const { hook, testRunHookStarted } = message;
    if (hook) this.#hooks.set(hook.id, hook);
    if (testRunHookStarted) this.#started.set(testRunHookStarted.id, this.#hooks.get(testRunHookStarted.hookId));
    this.errors.push(...errorsIn(message, this.#started));
  }
}

function errorsIn(message: Envelope, started: ReadonlyMap<string, Hook | undefined>): readonly RunError[] {
  const { parseError, undefinedParameterType, testRunHookFinished, testRunFinished } = message;
  if (parseError) {
    const { uri = '', location } = parseError.source;
    const where = location ? `${uri}:${location.line}` : uri;
    return [{ where, message: failureMessage(parseError.message) }];
  }
  if (undefinedParameterType) {
    const { name, expression } = undefinedParameterType;
    return [{ where: '', message: `the parameter type "${name}" of "${expression}" is not defined` }];
  }
  if (testRunHookFinished) {
    const hook = recordedHook(started.get(testRunHookFinished.testRunHookStartedId), testRunHookFinished.result);
    return hook.status === 'failed' ? [{ where: hook.where, message: hook.message }] : [];
  }
  const said = testRunFinished?.message ?? testRunFinished?.exception?.message;
  return said ? [{ where: '', message: failureMessage(said) }] : [];
}
