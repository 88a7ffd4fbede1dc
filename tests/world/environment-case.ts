/** One error in Contoso's file: the replaced text, its replacement with the mark « at the error, and the message. */
export interface Case {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** the position of the error, if it is not at the mark */
  readonly at?: string;
  readonly path: string;
  readonly found: string;
  readonly accepted: string;
}
