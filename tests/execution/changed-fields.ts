import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { ROOT } from '../support/root';

/** Groups of the environment, to try each as a value of a list of groups. */
const GROUPS = ['Domain Users', 'RTCUniversalServerAdmins', 'Administrators', 'Certificate Managers'];

/** The number of other values of a field that are tried. */
const TRIED = 3;

type Path = readonly (string | number)[];

/** A field of an environment file, and the text of the file with other values of the field. */
export interface ChangedField {
  /** `pki.authorities.1.host` */
  readonly path: string;
  readonly texts: readonly string[];
}

/** A schema, as far as it names values. */
interface Schema {
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/**
 * The environment file with each of its fields changed. A value of the file becomes another value that the schema
 * allows. A field that the file leaves out gets a value. A field with a single possible value cannot be changed.
 */
export function* changedFields(file: string): Generator<ChangedField> {
  const original = readFileSync(join(ROOT, 'environments', file), 'utf8');
  const contents: unknown = parseDocument(original).toJS();
  const schema: Schema = JSON.parse(readFileSync(join(ROOT, 'environments', 'rehearsal.schema.json'), 'utf8'));
  for (const { path, value, others } of fieldsIn(schema, [], contents)) {
    const texts = others.map((other) => {
      const document = parseDocument(original);
      document.setIn(path, other);
      return String(document);
    });
    if (value !== undefined || others.length > 1) yield { path: path.join('.'), texts };
  }
}

interface Field {
  readonly path: Path;
  readonly value: unknown;
  /** other values that the schema allows */
  readonly others: readonly unknown[];
}

function fieldsIn(schema: Schema, path: Path, value: unknown): readonly Field[] {
  const { properties, items } = schema;
  if (properties) {
    const members = new Map(Object.entries(Object(value)));
    return Object.entries(properties).flatMap(([key, below]) => fieldsIn(below, [...path, key], members.get(key)));
  }
  if (items) return Array.isArray(value) ? value.flatMap((one, at) => fieldsIn(items, [...path, at], one)) : [];
  const values = path.includes('groups') || path.includes('enroll') ? GROUPS : candidates(schema, value);
  return [{ path, value, others: values.filter((other) => other !== value).slice(0, TRIED) }];
}

/** Values of a plain schema near the value; one that is left out may be missing by the schema of its parent. */
function candidates(schema: Schema, value: unknown): readonly unknown[] {
  if (schema.enum) return schema.enum;
  if (schema.type === 'boolean') return [value !== true];
  if (schema.minimum !== undefined && schema.maximum !== undefined)
    return [Number(value ?? schema.minimum) + 1, schema.maximum];
  const pattern = new RegExp(schema.pattern ?? '', 'u');
  return textsLike(typeof value === 'string' ? value : '').filter((text) => pattern.test(text));
}

/** Texts of the kinds in the file: changed names, and one of each other kind. */
function textsLike(value: string): readonly string[] {
  const changed = [value.replace(/T\d\d/, 'T01'), value.replace(/(\.[a-z0-9]{3})$/, 'x$1'), `x${value}`, `${value}x`];
  return [...changed, 'clientAuth', 'CA', 'F:', '2013-11-07T01:00:00Z', 'C:\\other\\file.bin', 'other.contoso.com'];
}
