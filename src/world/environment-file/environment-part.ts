/** What a product adds to the environment file: keys with their rules and defaults, and what it assumes. */
import type { GenericSchema, ObjectEntries } from 'valibot';
import type { Found } from './environment-values';

export interface EnvironmentPart {
  /** keys at the top of the file */
  readonly entries: ObjectEntries;
  /** keys of each pool */
  readonly poolEntries: ObjectEntries;
  /** what holds where the file does not say it */
  readonly defaults: EnvironmentDefaults;
  readonly assumptions: AssumptionTable;
  /** the host names among these keys, which no other server or pool may have */
  readonly hosts: (root: unknown) => readonly (Found & { readonly value: string })[];
}

/** Defaults of values that every environment has. */
export interface EnvironmentDefaults {
  readonly files: Readonly<Record<'chain' | 'request' | 'response' | 'exported', string>>;
  readonly friendlyName: string;
  readonly template: string;
  /** values of assumptions, where they differ from the table */
  readonly assumptions?: Readonly<Record<string, string | number | boolean>>;
}

/** One switch for a behaviour that no document settles. */
export interface Assumption<S extends GenericSchema = GenericSchema> {
  /** its values and its default */
  readonly schema: S;
  /** the effect of the switch, in one line */
  readonly about: string;
  /** the statements of the documents, or their absence */
  readonly source: string;
}

/** Assumptions by the names that the file gives them. */
export type AssumptionTable = Readonly<Record<string, Assumption>>;
