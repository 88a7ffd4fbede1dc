/** The machines of the procedures: all of them, and those of one step. */

/** The machines of the procedures, in the order of the environment. Some runs do not record them. */
export interface TopologyLine {
  readonly internalServer: string;
  /** from the root to the issuing one; absent in runs of earlier versions */
  readonly authorities?: readonly AuthorityLine[];
  readonly pools: readonly { readonly fqdn: string; readonly servers: readonly string[] }[];
}

/**
 * The machines of a step in a procedure run. They are the machines that its sentence names, where it was done or what
 * it checked. If it names none, it is the machine of the operator's logon.
 */
export interface MachinesRecord {
  readonly kind: 'machines';
  readonly on: readonly string[];
}

/** An authority of the environment. */
export interface AuthorityLine {
  readonly name: string;
  /** empty: it is kept offline */
  readonly host: string;
  /** whether it is outside the organization */
  readonly isPublic: boolean;
}
