/**
 * The fingerprints of the inputs of a run besides its features, whose texts are in the messages. They are SHA-256 in
 * hexadecimal, of programs, of the environment file, and of each sentence of the source by its id.
 */
export interface Fingerprints {
  /** the commit of the package; absent outside a Git work tree */
  readonly commit?: string;
  /** the step definitions of the package */
  readonly steps: string;
  /** everything else that scenarios load: the rooms of the simulation, the rehearsal keys, package.json */
  readonly simulation: string;
  /** the sentences of the step definitions in another language; absent if the run did not load them */
  readonly languages?: string;
  /** the user's programs: the paths of the run, and the digest of each loaded file by its address; absent without any */
  readonly own?: { readonly paths: readonly string[]; readonly files: Readonly<Record<string, string>> };
  readonly environment: string;
  /**
   * the files that plans were composed from besides the environment, by the addresses of the plans: the digest of each by
   * its address; absent if the run composed no plan
   */
  readonly plans?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** the states of real servers from which the run began; absent if it began from the environment file alone */
  readonly states?: { readonly digest: string; readonly servers: readonly string[] };
  /** the first 16 digits each, as in the ledger */
  readonly sentences: Readonly<Record<string, string>>;
}
