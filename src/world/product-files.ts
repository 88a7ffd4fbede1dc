/** What the procedures of a product do with files from outside its servers. */

/** What a file is for: a certification path, an answer to a request, a certificate with its key, a request, or a policy. */
export type FileRole = 'chain' | 'response' | 'key-pair' | 'request' | 'policy';

/** A step of a procedure, as the runbook names it. */
export interface ProcedureStep {
  /** the title of the procedure */
  readonly procedure: string;
  /** the page or the command */
  readonly page: string;
  /** the sentence of the source document, or the source of the command */
  readonly source: string;
}

/** A file on a server, or on the internal server for a request. */
export interface GivenFile {
  /** the server of a pool that the step is about */
  readonly server: string;
  readonly bytes: Uint8Array;
  readonly password?: string;
}

/** A step that takes a file. */
export interface FileStep<W> extends ProcedureStep {
  readonly takes: FileRole;
  /** the ends of the file names that administrators give here, in lower case */
  readonly endings: readonly string[];
  /** performs the step; a refusal says why the file does not do. It may leave the file behind */
  readonly perform: (world: W, file: GivenFile) => W;
}

/** The step that puts a certificate of a server's Personal store to use. */
export interface AssignmentStep<W> extends ProcedureStep {
  readonly perform: (world: W, server: string, thumbprint: string) => W;
  /** the codes of the reasons why the step does not offer a certificate */
  readonly reasons: (world: W) => readonly string[];
}

/** The steps of a product that a file can fail at. */
export interface ProductFiles<W> {
  readonly steps: readonly FileStep<W>[];
  readonly assignment: AssignmentStep<W>;
}
