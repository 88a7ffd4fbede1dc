/**
 * An error in a feature file: an unknown name, a missing column. It stops the run and is not a failure of a procedure.
 */
export class FeatureError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FeatureError';
  }
}
