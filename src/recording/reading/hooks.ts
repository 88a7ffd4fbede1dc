import type { Hook, HookType, TestStepResult } from '@cucumber/messages';
import { failureMessage } from '../model/failure-message';
import { type Status, statusOf } from '../model/status';

/** A hook that failed or has output. */
export interface RecordedHook {
  readonly when: HookTime;
  /** empty for a hook without a name */
  readonly name: string;
  /** `features/support/hooks.ts:7`; empty if the stream does not contain it */
  readonly where: string;
  readonly status: Status;
  readonly message: string;
}

export type HookTime = 'beforeRun' | 'afterRun' | 'beforeScenario' | 'afterScenario' | 'hook';

const TIMES: Readonly<Record<`${HookType}`, HookTime>> = {
  BEFORE_TEST_RUN: 'beforeRun',
  AFTER_TEST_RUN: 'afterRun',
  BEFORE_TEST_CASE: 'beforeScenario',
  AFTER_TEST_CASE: 'afterScenario',
  BEFORE_TEST_STEP: 'hook',
  AFTER_TEST_STEP: 'hook',
};

/** Joins a hook with its result. The hook is undefined if the stream does not define it. */
export function recordedHook(hook: Hook | undefined, result: TestStepResult): RecordedHook {
  const { uri = '', location } = hook?.sourceReference ?? {};
  return {
    when: hook?.type ? TIMES[hook.type] : 'hook',
    name: hook?.name ?? '',
    where: location && uri !== '' ? `${uri}:${location.line}` : uri,
    status: statusOf(result),
    message: failureMessage(result.message ?? result.exception?.message),
  };
}
