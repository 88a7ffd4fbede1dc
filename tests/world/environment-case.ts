/** One mistake in Contoso's file: what is replaced by what, the mark « where the mistake is, what is said of it. */
export interface Case {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** where the mistake is, if not at the mark */
  readonly at?: string;
  readonly path: string;
  readonly found: string;
  readonly accepted: string;
}
