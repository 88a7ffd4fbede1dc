import type { Envelope, Hook } from '@cucumber/messages';
import { failureMessage } from './failure-message';
import { recordedHook } from './recorded-hook';
import type { Breakage } from './recorded-run';

/** What kept the run of one stream from starting or ending, in the order of the stream. */
export function breakagesIn(messages: readonly Envelope[]): readonly Breakage[] {
  const hooks = new Map<string, Hook>();
  const started = new Map<string, Hook | undefined>();
  for (const { hook, testRunHookStarted } of messages) {
    if (hook) hooks.set(hook.id, hook);
    if (testRunHookStarted) started.set(testRunHookStarted.id, hooks.get(testRunHookStarted.hookId));
  }
  return messages.flatMap((message) => breakageIn(message, started));
}

function breakageIn(message: Envelope, started: ReadonlyMap<string, Hook | undefined>): readonly Breakage[] {
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
