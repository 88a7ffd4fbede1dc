/** A broken law with the fewest operations that were found to break it. */
export interface Counterexample {
  readonly law: string;
  readonly detail: string;
  /** the number of servers in the explored pool */
  readonly servers: number;
  readonly operations: number;
  /** a feature for `rehearse run` */
  readonly scenario: string;
  /** the environment file for it; null: the embedded environment */
  readonly environment: string | null;
}
