/**
 * Site-specific values that a reader may replace. The number of servers or the kind of an authority is not such a value,
 * because the procedure depends on it.
 */
import { stringify } from 'yaml';

import { editionNamed } from '../edition';
import type { Environment } from '../environment';
import type { SiteValue, ValueRule } from '../site-value';
import type { Path } from './environment-document';
import { type EnvironmentProduct, environmentSchema } from './environment-schema';
import { valueAt, valuesAt } from './environment-values';

/** A site-specific value of one environment. */
export interface NamedValue extends SiteValue {
  readonly value: string | number;
  /** its place in the file: `sites.0.pools.0.fqdn` */
  readonly path: string;
  /** the accepted values in the file: the source of a regular expression with the flag u */
  readonly pattern: string;
}

/** An environment, with its site-specific values apart from the rest. */
export interface NamedEnvironment {
  readonly names: readonly NamedValue[];
  /** the text of its file in pieces; a number is the index of a value in `names` */
  readonly file: readonly (string | number)[];
}

/** The environment as `rehearsal.yaml` holds it, to be written again with other values. */
export function namedEnvironment(
  environment: Environment,
  product: EnvironmentProduct & { readonly siteValues: readonly SiteValue[] },
): NamedEnvironment {
  const parts = partsOf(environmentSchema(product, editionNamed(product, environment.edition), []));
  const names = product.siteValues.flatMap((one) =>
    valuesAt(environment, one.path).flatMap(({ path, value }) => {
      if (typeof value !== 'string' && typeof value !== 'number') return [];
      if (isFixed(environment, one.accepts, path)) return [];
      return [{ ...one, value, path: path.join('.'), pattern: accepted(parts, one.accepts, path) }];
    }),
  );
  return { names, file: fileWith(environment, names) };
}

/** Whether a site cannot choose the value: a template that is not requested, or the balancer of a pool of one server. */
function isFixed(environment: Environment, rule: ValueRule, path: Path): boolean {
  if (rule === 'balancer') return valuesAt(environment, [...path.slice(0, -1), 'servers', '*'].join('.')).length < 2;
  const { certificate, pki } = environment;
  if (rule !== 'template' && rule !== 'templateTitle') return false;
  const asked = pki.templates.findIndex((one) => one.name.toLowerCase() === certificate.template.toLowerCase());
  return asked < 0 || (path[0] === 'pki' && path[2] !== asked);
}

/**
 * RFC 5280, appendix A.1: ub-common-name is 64, and the name of a pool becomes a common name. The existence of a
 * country is not checked.
 */
function accepted(parts: readonly unknown[], rule: ValueRule, path: Path): string {
  const from: Path = rule === 'template' ? ['pki', 'templates', 0, 'name'] : path;
  const there = from.reduce<unknown[]>((around, step) => around.flatMap((part) => partsWithin(part, step)), [...parts]);
  const choices = there.flatMap((part) => valuesAt(part, 'options.*')).map(({ value }) => value);
  if (rule === 'balancer') return oneOf(choices.filter((choice) => choice !== 'none'));
  const check = there.map((part) => valueAt(part, ['requirement'])).find((required) => required instanceof RegExp);
  const pattern = check?.source ?? (choices.length > 0 && oneOf(choices));
  if (typeof pattern !== 'string') throw new Error(`the file has no rule for ${path.join('.')}`);
  return rule === 'pool' ? `(?=^.{1,64}$)${pattern}` : pattern;
}

function oneOf(choices: readonly unknown[]): string {
  return `^(?:${choices.join('|')})$`;
}

function partsWithin(part: unknown, step: string | number): unknown[] {
  return partsOf(valueAt(part, typeof step === 'number' ? ['item'] : ['entries', step]));
}

/** The parts of a schema: plain schemas and checks of their values. */
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
