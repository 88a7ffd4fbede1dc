/**
 * What each deployment calls differently: the names in an environment that others put their own in place of, when they
 * carry out what was rehearsed. How many servers there are, or of what kind the authority is, is no name. What balances the
 * load and how long the key is are none either, but nothing else that is said follows from them.
 */
import { stringify } from 'yaml';

import type { Environment } from './environment';
import type { Path } from './environment-document';
import { environmentSchema } from './environment-schema';
import { valueAt, valuesAt } from './environment-values';

/** The names, where they stand in the file, and among which others one must not be found again. */
const NAMES = [
  ['domain', 'domain', ''],
  ['netbios', 'netbios', ''],
  ['pool', 'sites.*.pools.*.fqdn', 'host'],
  ['loadBalancer', 'sites.*.pools.*.loadBalancer', ''],
  ['server', 'sites.*.pools.*.servers.*.fqdn', 'host'],
  ['internalServer', 'internalServer.fqdn', 'host'],
  ['frontEndPool', 'frontEndPool', 'host'],
  ['accessEdge', 'sites.*.pools.*.externalNames.accessEdge', ''],
  ['webConferencing', 'sites.*.pools.*.externalNames.webConferencing', ''],
  ['av', 'sites.*.pools.*.externalNames.av', ''],
  ['sipDomain', 'sites.*.pools.*.sipDomains.*', ''],
  ['authority', 'pki.authorities.*.name', 'authority'],
  ['authorityHost', 'pki.authorities.*.host', 'host'],
  ['template', 'pki.templates.*.name', 'template'],
  ['template', 'certificate.template', 'template'],
  ['templateTitle', 'pki.templates.*.displayName', ''],
  ['account', 'accounts.*.name', ''],
  ['organization', 'organization.name', ''],
  ['unit', 'organization.unit', ''],
  ['city', 'organization.city', ''],
  ['state', 'organization.state', ''],
  ['country', 'organization.country', ''],
  ['friendlyName', 'certificate.friendlyName', ''],
  ['bitLength', 'certificate.bitLength', ''],
  ['chain', 'files.chain', 'file'],
  ['request', 'files.request', 'file'],
  ['response', 'files.response', 'file'],
  ['exported', 'files.exported', 'file'],
  ['share', 'transfer.share', ''],
  ['drive', 'transfer.drive', ''],
] as const;

export type ValueName = (typeof NAMES)[number][0];

/** One name in an environment. */
export interface NamedValue {
  readonly name: ValueName;
  readonly value: string | number;
  /** where it stands in the file: `sites.0.pools.0.fqdn` */
  readonly path: string;
  /** what the file accepts there: the source of a regular expression, to be used with the flag u */
  readonly pattern: string;
  /** no two names with the same word here may be equal, but for capitals; empty where they may */
  readonly apart: '' | 'host' | 'authority' | 'template' | 'file';
}

/** An environment, its names apart from all else. */
export interface NamedEnvironment {
  readonly names: readonly NamedValue[];
  /** the text of its file; a number stands for the name in that place of the list, as JSON has it */
  readonly file: readonly (string | number)[];
}

/** The environment as `rehearsal.yaml` holds it, to be written again with other names. */
export function namedEnvironment(environment: Environment): NamedEnvironment {
  const names = NAMES.flatMap(([name, pattern, apart]) =>
    valuesAt(environment, pattern).flatMap(({ path, value }) => {
      if ((typeof value !== 'string' && typeof value !== 'number') || isFixed(environment, name, path)) return [];
      return [{ name, value, path: path.join('.'), pattern: accepted(name, path), apart }];
    }),
  );
  return { names, file: fileWith(environment, names) };
}

/** Of the templates only the one that is asked for is anybody's own choice; a pool of one server has nothing to balance. */
function isFixed(environment: Environment, name: ValueName, path: Path): boolean {
  if (name === 'loadBalancer')
    return valuesAt(environment, [...path.slice(0, -1), 'servers', '*'].join('.')).length < 2;
  const { certificate, pki } = environment;
  if (name !== 'template' && name !== 'templateTitle') return false;
  const asked = pki.templates.findIndex((one) => one.name.toLowerCase() === certificate.template.toLowerCase());
  return asked < 0 || (path[0] === 'pki' && path[2] !== asked);
}

/** RFC 5280, appendix A.1: ub-common-name is 64; the name of a pool becomes one. Whether a country exists is not asked. */
function accepted(name: ValueName, path: Path): string {
  const from: Path = name === 'template' ? ['pki', 'templates', 0, 'name'] : path;
  const there = from.reduce<unknown[]>((around, step) => around.flatMap((part) => partsWithin(part, step)), PARTS);
  const choices = there.flatMap((part) => valuesAt(part, 'options.*')).map(({ value }) => value);
  if (name === 'loadBalancer') return oneOf(choices.filter((choice) => choice !== 'none'));
  const check = there.map((part) => valueAt(part, ['requirement'])).find((required) => required instanceof RegExp);
  const pattern = check?.source ?? (choices.length > 0 && oneOf(choices));
  if (typeof pattern !== 'string') throw new Error(`the file has no rule for ${path.join('.')}`);
  return name === 'pool' ? `(?=^.{1,64}$)${pattern}` : pattern;
}

function oneOf(choices: readonly unknown[]): string {
  return `^(?:${choices.join('|')})$`;
}

const PARTS = partsOf(environmentSchema);

function partsWithin(part: unknown, step: string | number): unknown[] {
  return partsOf(valueAt(part, typeof step === 'number' ? ['item'] : ['entries', step]));
}

/** What a schema is put together of: bare schemas, and what is asked of their values. */
function partsOf(schema: unknown): unknown[] {
  const pipe = valuesAt(schema, 'pipe.*');
  const parts = pipe.length > 0 ? pipe : valuesAt(schema, 'wrapped');
  return parts.length > 0 ? parts.flatMap(({ value }) => partsOf(value)) : [schema];
}

const [BEGIN, END] = ['\uE000', '\uE001'];

function fileWith(environment: Environment, names: readonly NamedValue[]): NamedEnvironment['file'] {
  const numbers = new Map(names.map(({ path }, index) => [path, index]));
  const numbered = (value: unknown, path: string): unknown => {
    const number = numbers.get(path);
    if (number !== undefined) return `${BEGIN}${number}${END}`;
    const within = (key: string) => (path === '' ? key : `${path}.${key}`);
    if (Array.isArray(value)) return value.map((item, index) => numbered(item, within(String(index))));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, numbered(member, within(key))]));
  };
  const text = stringify(numbered(environment, ''), { lineWidth: 0 });
  return text.split(/"?\uE000(\d+)\uE001"?/).map((piece, index) => (index % 2 === 0 ? piece : Number(piece)));
}
