/**
 * What a run rests on besides its features, whose texts the messages hold: SHA-256, hexadecimal, of the step
 * definitions, the simulation and the environment file, and of each sentence of the source by its id.
 */
export interface Fingerprints {
  /** the package's, where it lies in a Git work tree */
  readonly commit?: string;
  readonly steps: string;
  readonly simulation: string;
  readonly environment: string;
  /** as the ledger has them, 16 digits each */
  readonly sentences: Readonly<Record<string, string>>;
}
