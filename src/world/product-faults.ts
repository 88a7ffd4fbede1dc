/**
 * The faults that a product contributes: circumstances before a scenario begins, which no operation of the scenario
 * causes. Each has the name by which a feature states it.
 */
export interface ProductFaults<W> {
  readonly server: Readonly<Record<string, ServerFault<W>>>;
  /** faults of the issuing authority */
  readonly authority: Readonly<Record<string, WorldFault<W>>>;
  /** faults of the template of the environment's request */
  readonly template: Readonly<Record<string, WorldFault<W>>>;
  readonly file: Readonly<Record<string, WorldFault<W>>>;
}

export type ServerFault<W> = (world: W, on: string) => W;

export type WorldFault<W> = (world: W) => W;
