import type { StoreLocation } from '../../windows/certificate-store';
import type { Logon } from '../../windows/program';
import type { Deployment } from '../../world/deployment';
import { operatorRefusal } from '../operator-refusals';

/**
 * The options of certutil that a verb may allow, each with whether it takes a value (Microsoft, "certutil"). -f
 * overwrites; here a file or an entry is replaced without it, too.
 */
export const CERTUTIL_OPTIONS = {
  '-f': false,
  '-v': false,
  '-user': false,
  '-urlfetch': false,
  '-p': true,
  '-csp': true,
} as const;

export type CertutilOption = keyof typeof CERTUTIL_OPTIONS;

/** A line of certutil: the verb with its operands, and the options before and after it. */
export interface CertutilLine {
  /** in lower case with its hyphen; '' if the line names none */
  readonly verb: string;
  readonly options: ReadonlyMap<CertutilOption, string>;
  readonly operands: readonly string[];
}

/** What a verb works on. */
export interface CertutilCall extends CertutilLine {
  readonly deployment: Deployment;
  readonly logon: Logon;
}

/** One verb: the options and the number of operands that it allows, and its effect. */
export interface CertutilVerb {
  readonly options: readonly CertutilOption[];
  readonly operands: readonly [least: number, most: number];
  readonly run: (call: CertutilCall) => { readonly deployment: Deployment; readonly lines: readonly string[] };
}

/** The stores that a line works on: those of the user with -user, otherwise those of the computer. */
export function locationIn({ options }: CertutilLine): StoreLocation {
  return options.has('-user') ? 'CurrentUser' : 'LocalMachine';
}

/**
 * Separates the words after `certutil`. A hyphen and a slash both begin a verb or an option; an operand may begin with
 * neither. Refusal `unknown-option`: an option without its value.
 */
export function lineOf(on: string, tokens: readonly string[], isVerb: (name: string) => boolean): CertutilLine {
  const options = new Map<CertutilOption, string>();
  const operands: string[] = [];
  let verb = '';
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    const name = token.toLowerCase().replace(/^\//, '-');
    if (isOption(name)) {
      if (CERTUTIL_OPTIONS[name]) index += 1;
      options.set(name, CERTUTIL_OPTIONS[name] ? valueAt(on, tokens, index) : '');
    } else if (verb === '' && isVerb(name)) verb = name;
    else operands.push(token);
  }
  return { verb, options, operands };
}

function valueAt(on: string, tokens: readonly string[], index: number): string {
  const value = tokens[index];
  if (value !== undefined) return value;
  throw operatorRefusal('unknown-option.no-value', on, { option: tokens[index - 1] ?? '' });
}

function isOption(name: string): name is CertutilOption {
  return Object.hasOwn(CERTUTIL_OPTIONS, name);
}
