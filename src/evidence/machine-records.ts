/** Where procedures are carried out: the machines that there are, and those of one step. */

/** The machines on which procedures are carried out, in the order of the environment; not every run says it. */
export interface TopologyLine {
  readonly internalServer: string;
  readonly pools: readonly { readonly fqdn: string; readonly servers: readonly string[] }[];
}

/**
 * The machines of a step of a walk: those that its sentence names, at which it was done or which it looked at; where it
 * names none, the one at which the operator sat.
 */
export interface MachinesRecord {
  readonly kind: 'machines';
  readonly on: readonly string[];
}
