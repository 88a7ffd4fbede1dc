/** An environment that a program puts together from other sources, with the origin of each value. */
import { Document, isCollection, isMap, isNode, isPair, isScalar, type Node } from 'yaml';
import type { Path } from './environment-document';

/** Where a value comes from: it was read from a place, or it is assumed for a reason. */
export interface Origin {
  readonly kind: 'read' | 'assumed';
  /** the place, or the reason */
  readonly from: string;
}

export interface EnvironmentDraft {
  /** the contents of the file */
  readonly values: Readonly<Record<string, unknown>>;
  /** by path, as JSON; a part without an origin has that of its nearest parent */
  readonly origins: ReadonlyMap<string, Origin>;
}

/** The origin of a value that is assumed for this reason. */
export function assumed(from: string): Origin {
  return { kind: 'assumed', from };
}

export const EMPTY_DRAFT: EnvironmentDraft = { values: {}, origins: new Map() };

/** The draft with a value at that path, in place of what was there. */
export function withValue(draft: EnvironmentDraft, path: Path, value: unknown, origin: Origin): EnvironmentDraft {
  const values: unknown = replaced(draft.values, path, value);
  if (!isRecord(values)) throw new Error('an environment is a mapping');
  const kept = [...draft.origins].filter(([name]) => !isWithin(JSON.parse(name), path));
  return { values, origins: new Map([...kept, [JSON.stringify(path), origin]]) };
}

/** The origin of the part at that path. */
export function originOf({ origins }: EnvironmentDraft, path: Path): Origin | undefined {
  for (let length = path.length; length >= 0; length--) {
    const origin = origins.get(JSON.stringify(path.slice(0, length)));
    if (origin) return origin;
  }
  return undefined;
}

/** The draft as the text of an environment file. A comment beside or above a value tells its origin. */
export function writeDraft({ values, origins }: EnvironmentDraft, heading: string): string {
  const document = new Document(values);
  document.commentBefore = heading;
  for (const [name, { kind, from }] of origins) comment(document, JSON.parse(name), ` ${kind}: ${from}`);
  return document.toString({ lineWidth: 0 });
}

function comment(document: Document, path: Path, text: string): void {
  const node = document.getIn(path, true);
  if (!isNode(node)) throw new Error(`the draft has nothing at ${path.join('.')}`);
  if (!isCollection(node) || node.flow) node.comment = text;
  else keyOf(document, path).commentBefore = text;
}

/** The key of a block, or the block itself in a list. */
function keyOf(document: Document, path: Path): Node {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) {
    const item = document.getIn(path, true);
    if (isNode(item)) return item;
    throw new Error(`the draft has nothing at ${path.join('.')}`);
  }
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  if (isPair(pair) && isNode(pair.key)) return pair.key;
  throw new Error(`the draft has no key ${path.join('.')}`);
}

function replaced(value: unknown, [step, ...rest]: Path, leaf: unknown): unknown {
  if (step === undefined) return leaf;
  if (typeof step === 'number') {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const given = step < items.length ? items : [...items, undefined];
    return given.map((item, index) => (index === step ? replaced(item, rest, leaf) : item));
  }
  const entries = isRecord(value) ? value : {};
  return { ...entries, [step]: replaced(entries[step], rest, leaf) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWithin(path: Path, outer: Path): boolean {
  return path.length >= outer.length && outer.every((step, index) => step === path[index]);
}
