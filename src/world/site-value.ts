/** A value of the environment file that a site replaces by its own when it carries out what was rehearsed. */
export interface SiteValue {
  readonly name: string;
  /** the name for readers */
  readonly label: string;
  /** its place in the file: `sites.*.pools.*.fqdn` */
  readonly path: string;
  /** values with the same word here must differ, except in capitals; empty where they may be equal */
  readonly apart: '' | 'host' | 'authority' | 'template' | 'file';
  readonly accepts: ValueRule;
  readonly written: WrittenForm;
  /** regular expressions for the text before the value, where the form alone could be anything */
  readonly before?: readonly string[];
  /** whether other values follow it until they are given: computers their domain, accounts its NetBIOS name */
  readonly leads?: boolean;
}

/** What the environment file accepts. */
export type ValueRule =
  | 'fqdn'
  | 'pool'
  | 'balancer'
  | 'netbios'
  | 'authority'
  | 'template'
  | 'templateTitle'
  | 'account'
  | 'text64'
  | 'text128'
  | 'bits'
  | 'country'
  | 'path'
  | 'share'
  | 'drive';

/** How the value is written in texts: `whole` only as a whole, `nowhere` in the file alone. */
export type WrittenForm =
  | 'computer'
  | 'domain'
  | 'netbios'
  | 'authority'
  | 'template'
  | 'number'
  | 'account'
  | 'path'
  | 'exported file'
  | 'share'
  | 'drive'
  | 'whole'
  | 'nowhere';
