import type { Status } from './status';

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
