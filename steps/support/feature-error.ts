/** A mistake in a feature file: an unknown name, a missing column. The run stops; it is not a failure of a procedure. */
export class FeatureError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FeatureError';
  }
}
