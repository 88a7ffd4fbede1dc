import type { Hook, HookType, TestStepResult } from '@cucumber/messages';
import { failureMessage } from '../model/failure-message';
import type { HookTime, RecordedHook } from '../model/recorded-hook';
import { statusOf } from '../model/status';

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
