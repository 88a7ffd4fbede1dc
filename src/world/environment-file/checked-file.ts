import { type BaseIssue, type GenericSchema, type InferOutput, safeParse } from 'valibot';
import { type EnvironmentDocument, type Path, parseEnvironment } from './environment-document';
import { EnvironmentError, type FileError } from './environment-error';
import { suggestion } from './environment-suggestion';
import { type ValueError, valueAt } from './environment-values';

/** What the content of a file must be. */
export interface FileRules<Schema extends GenericSchema> {
  /** the schema for a file with this content */
  readonly schemaFor: (content: unknown) => Schema;
  /** the errors that relate several values */
  readonly brokenIn: (content: unknown) => readonly ValueError[];
}

/** Reads a file in YAML or JSON. Throws an EnvironmentError with all errors, each with its position. */
export function readChecked<Schema extends GenericSchema>(
  text: string,
  file: string,
  { schemaFor, brokenIn }: FileRules<Schema>,
): InferOutput<Schema> {
  const document = parseEnvironment(text);
  const syntax = document.syntax.map((error) => ({ ...error, file, path: shown(error.path) }));
  if (!document.contents) throw new EnvironmentError(inOrder(syntax));
  const { value } = document.contents;
  const result = safeParse(schemaFor(value), value);
  const complaints = [...(result.issues ?? []).flatMap(complaintsOf), ...brokenIn(value)];
  const errors = complaints.map((complaint) => ({ file, ...placed(complaint, document, value) }));
  if (syntax.length + errors.length > 0 || !result.success) throw new EnvironmentError(inOrder([...syntax, ...errors]));
  return result.output;
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
