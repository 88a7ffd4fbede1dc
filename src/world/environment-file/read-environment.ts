/** Reads `rehearsal.yaml`: returns the environment, or reports all errors of the text at once. */
import { type BaseIssue, safeParse } from 'valibot';

import { editionNamed } from '../edition';
import type { Environment } from '../environment';
import { type EnvironmentDocument, type Path, parseEnvironment } from './environment-document';
import { EnvironmentError, type FileError } from './environment-error';
import { brokenRules } from './environment-rules';
import { type EnvironmentProduct, environmentSchema } from './environment-schema';
import { suggestion } from './environment-suggestion';
import { type ValueError, valueAt } from './environment-values';

/**
 * Reads an environment of one of the products; default: the first one. `file` is the name of the file in error messages.
 * Throws an EnvironmentError with all errors.
 */
export function readEnvironment(text: string, file: string, products: Products): Environment {
  const document = parseEnvironment(text);
  const syntax = document.syntax.map((error) => ({ ...error, file, path: shown(error.path) }));
  if (!document.contents) throw new EnvironmentError(inOrder(syntax));
  const { value } = document.contents;
  const product = productNamed(valueAt(value, ['product']), products);
  const result = safeParse(
    environmentSchema(
      product,
      editionNamed(product, valueAt(value, ['edition'])),
      products.map(({ id }) => id),
    ),
    value,
  );
  const complaints = [...(result.issues ?? []).flatMap(complaintsOf), ...brokenRules(value, product)];
  const mistakes = complaints.map((complaint) => ({ file, ...placed(complaint, document, value) }));
  if (syntax.length + mistakes.length > 0 || !result.success)
    throw new EnvironmentError(inOrder([...syntax, ...mistakes]));
  return result.output;
}

/** The products that an environment may be of, the default one first. */
export type Products = readonly [FileProduct, ...FileProduct[]];
type FileProduct = EnvironmentProduct & { readonly id: string };

/** The product of that id; the first one for an unknown id, which reading an environment reports. */
export function productNamed<P extends { readonly id: string }>(id: unknown, products: readonly [P, ...P[]]): P {
  return products.find((product) => product.id === id) ?? products[0];
}

/**
 * If several keys are unknown, Valibot names only the first. The others are those that are not among the accepted keys.
 */
function complaintsOf({ path: places, message: accepted, expected }: BaseIssue<unknown>): ValueError[] {
  const path = (places ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const last = places?.at(-1);
  if (last?.type !== 'object' || expected !== 'never') return [{ path, accepted }];
  const unknown = Object.keys(last.input).filter((key) => !accepted.split(', ').includes(key));
  return unknown.map((key) => ({
    path: [...path.slice(0, -1), key],
    accepted,
    found: JSON.stringify(key),
    ofKey: true,
  }));
}

function placed(error: ValueError, document: EnvironmentDocument, root: unknown): Omit<FileError, 'file'> {
  const { path, ofKey = false } = error;
  const value = valueAt(root, path);
  const found = error.found ?? described(value);
  const written = ofKey ? path.at(-1) : value;
  const meant = typeof written === 'string' ? suggestion(written, error.accepted.split(', ')) : undefined;
  const accepted = meant === undefined ? error.accepted : `${error.accepted} (did you mean ${meant}?)`;
  return { ...document.placeOf(path, ofKey ? 'key' : 'value'), path: shown(path), found, accepted };
}

function described(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 1 ? 'a list of 1 item' : `a list of ${value.length} items`;
  if (typeof value === 'object') return 'a mapping';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value);
}

function shown(path: Path): string {
  return path.reduce<string>((before, step) => {
    if (typeof step === 'number') return `${before}[${step}]`;
    const name = /^[\w-]+$/.test(step) ? step : JSON.stringify(step);
    return before === '' ? name : `${before}.${name}`;
  }, '');
}

/**
 * In file order. If several errors have the same position and path, the first one is kept, because it names the cause.
 */
function inOrder(errors: readonly FileError[]): FileError[] {
  const key = ({ line, column, path }: FileError) => `${line}:${column}:${path}`;
  const first = new Map<string, FileError>();
  for (const error of errors) if (!first.has(key(error))) first.set(key(error), error);
  return [...first.values()].sort((one, other) => one.line - other.line || one.column - other.column);
}
