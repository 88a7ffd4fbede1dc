/** A step of the scenario: its identity and its purpose. */
export interface PlannedStep {
  readonly name: string;
  readonly type: string;
}
