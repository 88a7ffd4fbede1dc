import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { offeredProducts } from '../../src/products/offered-products';
import { EnvironmentError } from '../../src/world/environment-file/environment-error';
import { valueAt } from '../../src/world/environment-file/environment-values';
import { readEnvironment } from '../../src/world/environment-file/read-environment';
import { ROOT } from './root';

/** The environments that the package contains. */
export const SHIPPED = ['contoso.yaml', 'single-server.yaml', 'standalone-ca.yaml', 'three-tier-zh-TW.yaml'];

type Path = readonly (string | number)[];
type FieldValue = string | number | boolean;

/** A field of an environment, and the values to try. */
interface Factor {
  readonly path: Path;
  readonly values: readonly FieldValue[];
}

/** A changed environment: the text of the file, and the changes. */
export interface EnvironmentVariant {
  readonly file: string;
  readonly changes: readonly string[];
  readonly text: string;
}

/** A schema, as far as it names values. */
interface Schema {
  readonly enum?: readonly FieldValue[];
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/**
 * Variants of a shipped environment that together contain every pair of values of its fields that may occur together.
 * The fields and values are those of the JSON Schema: each enumerated value, both values of a switch, and the limits of a
 * number. The first variants contain the most pairs.
 */
export function* variantsOf(file: string, seed: number): Generator<EnvironmentVariant> {
  const original: unknown = parse(readFileSync(join(ROOT, 'environments', file), 'utf8'));
  const factors = factorsIn(schema(), [], original);
  const random = randomFrom(seed);
  const open = new Set(factors.flatMap((one, at) => factors.slice(at + 1).flatMap((other) => pairsOf(one, other))));
  for (let fruitless = 0; fruitless < MOST_FRUITLESS; ) {
    const candidates = Array.from({ length: CANDIDATES }, () => candidate(original, factors, random));
    const news = candidates.map(({ pairs }) => pairs.filter((pair) => open.has(pair)).length);
    const best = candidates[news.indexOf(Math.max(...news))];
    if (!best || Math.max(...news) === 0) {
      fruitless += 1;
      continue;
    }
    for (const pair of best.pairs) open.delete(pair);
    yield { file, changes: best.changes, text: textOf(best.document) };
  }
}

const CANDIDATES = 3;
const MOST_FRUITLESS = 3;

interface Candidate {
  readonly document: unknown;
  readonly changes: readonly string[];
  readonly pairs: readonly string[];
}

/** A random choice of values; a value that makes the file invalid is not used. */
function candidate(original: unknown, factors: readonly Factor[], random: () => number): Candidate {
  const chosen = factors.map(({ path, values }) => ({ path, value: values[Math.floor(random() * values.length)] }));
  const { document, changes } = changed(
    original,
    chosen.filter(({ path, value }) => valueAt(original, path) !== value),
  );
  const settled = factors.map(({ path }) => named(path, valueAt(document, path)));
  const pairs = settled.flatMap((one, at) => settled.slice(at + 1).map((other) => pair(one, other)));
  return { document, changes, pairs };
}

interface Choice {
  readonly path: Path;
  readonly value: FieldValue | undefined;
}

/** The document with those values that it allows: all at once if possible, otherwise one half after the other. */
function changed(document: unknown, choices: readonly Choice[]): Omit<Candidate, 'pairs'> {
  const whole = choices.reduce((before, { path, value }) => withValue(before, path, value), document);
  if (isPossible(textOf(whole)))
    return { document: whole, changes: choices.map(({ path, value }) => named(path, value)) };
  if (choices.length <= 1) return { document, changes: [] };
  const half = Math.ceil(choices.length / 2);
  const first = changed(document, choices.slice(0, half));
  const second = changed(first.document, choices.slice(half));
  return { document: second.document, changes: [...first.changes, ...second.changes] };
}

/** The file of an environment: JSON is YAML, and is written in a fraction of the time. */
function textOf(document: unknown): string {
  return JSON.stringify(document, null, 2);
}

/** The document with another value at a path. */
export function withValue(document: unknown, [key, ...below]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(document))
    return document.map((one, at) => (at === Number(key) ? withValue(one, below, value) : one));
  return { ...(document ?? {}), [key]: withValue(valueAt(document, [key]), below, value) };
}

/** Whether the file is valid, and the document's procedure can be executed in it. */
function isPossible(text: string): boolean {
  try {
    const { pki, certificate } = readEnvironment(text, 'variant.yaml', offeredProducts());
    const template = pki.templates.find(({ name }) => name === certificate.template);
    if (!pki.certsrv.httpsBinding) return false;
    return (
      !template || (template.published && template.version < 3 && template.minimumKeySize <= certificate.bitLength)
    );
  } catch (error) {
    if (error instanceof EnvironmentError) return false;
    throw error;
  }
}

function factorsIn({ properties = {}, items, ...own }: Schema, path: Path, document: unknown): readonly Factor[] {
  const values = valuesOf(own);
  const list = items ? valueAt(document, path) : undefined;
  const count = Array.isArray(list) ? list.length : 0;
  return [
    ...(values.length > 1 ? [{ path, values }] : []),
    ...Object.entries(properties).flatMap(([key, below]) => factorsIn(below, [...path, key], document)),
    ...Array.from({ length: count }, (_, at) => (items ? factorsIn(items, [...path, at], document) : [])).flat(),
  ];
}

function valuesOf({ enum: listed, type, minimum, maximum }: Schema): readonly FieldValue[] {
  if (listed) return listed;
  if (type === 'boolean') return [true, false];
  return minimum === undefined || maximum === undefined ? [] : [minimum, maximum];
}

function pairsOf(one: Factor, other: Factor): readonly string[] {
  return one.values.flatMap((a) => other.values.map((b) => pair(named(one.path, a), named(other.path, b))));
}

function pair(one: string, other: string): string {
  return `${one} ${other}`;
}

function named(path: Path, value: unknown): string {
  return `${path.join('.')}: ${value}`;
}

function schema(): Schema {
  return JSON.parse(readFileSync(join(ROOT, 'environments', 'rehearsal.schema.json'), 'utf8'));
}

/** Numbers from 0 to 1; the same seed gives the same numbers (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
