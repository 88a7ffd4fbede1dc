/** The environment file as YAML: its value, the position of each part, and its YAML errors. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml';

type ParserError = YAMLParseError | YAMLWarning;
export type Path = readonly (string | number)[];
export type Place = { readonly line: number; readonly column: number };
export type YamlError = Place & { readonly path: Path; readonly found: string; readonly accepted: string };

export interface EnvironmentDocument {
  /** undefined if the text is too damaged to interpret */
  readonly contents: { readonly value: unknown } | undefined;
  readonly syntax: readonly YamlError[];
  /** the position of the value (or the key) at `path`; for a missing part, the key of its nearest parent */
  readonly placeOf: (path: Path, part: 'key' | 'value') => Place;
}

/** Remedies for frequent errors; for other errors, the text of the parser is used. */
const REMEDIES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'spaces, not tabs, before a key',
  DUPLICATE_KEY: 'each key once in a mapping',
  BAD_DQ_ESCAPE: 'Windows paths without quotes or in single quotes; in double quotes \\\\ for each \\',
  MULTIPLE_DOCS: 'one document in the file',
  TAG_RESOLVE_FAILED: 'plain values without tags',
  NON_STRING_KEY: 'plain text as a key',
  MULTILINE_IMPLICIT_KEY: 'key: value, with a colon and a blank between',
  RESOURCE_EXHAUSTION: 'a document nested less deeply',
};

/** Errors that do not change the meaning of the rest of the file. */
const LOCAL = new Set(['DUPLICATE_KEY', 'BAD_DQ_ESCAPE', 'TAG_RESOLVE_FAILED', 'MULTIPLE_DOCS']);

/** Reads the text as one YAML 1.2 document. Never throws, neither for errors of users nor for hostile text. */
export function parseEnvironment(text: string): EnvironmentDocument {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
    return describe(document, text, at);
  } catch (error) {
    if (error instanceof RangeError) return unreadable('too much nesting', 'a document nested less deeply');
    if (error instanceof ReferenceError) return unreadable('too many aliases', 'at most 100 values by alias (*name)');
    throw error;
  }
}

function unreadable(found: string, accepted: string): EnvironmentDocument {
  const start = { line: 1, column: 1 };
  return { contents: undefined, syntax: [{ ...start, path: [], found, accepted }], placeOf: () => start };
}

function describe(document: Document.Parsed, text: string, at: (offset: number) => Place): EnvironmentDocument {
  const faults = [...document.errors, ...document.warnings];
  const syntax = causes(faults).map((fault) => ({
    ...at(fault.pos[0]),
    path: fault.code === 'DUPLICATE_KEY' ? pathOfKey(document, fault.pos[0]) : [],
    found: snippet(text, fault),
    accepted: REMEDIES[fault.code] ?? `valid YAML: ${fault.message}`,
  }));
  const dangling = danglingAliases(document).map((alias) => ({
    ...at(alias.offset),
    path: [],
    found: `"*${alias.name}"`,
    accepted: `an alias of an anchor (&${alias.name}) above it`,
  }));
  const usable = dangling.length === 0 && faults.every((fault) => LOCAL.has(fault.code));
  return {
    contents: usable ? { value: document.toJS({ maxAliasCount: 100 }) } : undefined,
    syntax: [...syntax, ...dangling],
    placeOf: (path, part) => at(offsetOf(document, path, part)),
  };
}

/** Removes consequential errors: reports each kind of structural error once, and none of them together with a tab. */
function causes(faults: readonly ParserError[]): ParserError[] {
  const kinds = new Set(faults.map(({ code }) => code));
  return faults.filter(({ code }, index) => {
    if (LOCAL.has(code) || code === 'TAB_AS_INDENT') return true;
    return !kinds.has('TAB_AS_INDENT') && faults.findIndex((other) => other.code === code) === index;
  });
}

function offsetOf(document: Document.Parsed, path: Path, part: 'key' | 'value'): number {
  let node: Node | null = document.contents;
  let anchor = node?.range?.[0] ?? 0;
  for (const segment of path) {
    const inside = target(document, node);
    if (isMap(inside)) {
      const pair: Pair | undefined = inside.items.findLast(({ key }) => nameOf(key) === String(segment));
      if (!pair) return anchor;
      anchor = nodeOf(pair.key)?.range?.[0] ?? anchor;
      node = nodeOf(pair.value);
    } else if (isSeq(inside)) {
      node = nodeOf(inside.items[Number(segment)]);
      anchor = node?.range?.[0] ?? anchor;
    } else {
      return anchor;
    }
  }
  const blank = isScalar(node) && node.value === null && !node.source;
  return part === 'key' || blank ? anchor : (node?.range?.[0] ?? anchor);
}

function target(document: Document.Parsed, node: Node | null): Node | null | undefined {
  return isAlias(node) ? node.resolve(document) : node;
}

function nodeOf(value: unknown): Node | null {
  return isNode(value) ? value : null;
}

function nameOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function pathOfKey(document: Document.Parsed, offset: number): Path {
  let path: Path = [];
  visit(document, {
    Pair(_, pair, ancestors) {
      const key = nodeOf(pair.key);
      if (key?.range?.[0] !== offset) return undefined;
      path = [...pathOfAncestors(ancestors), nameOf(key)];
      return visit.BREAK;
    },
  });
  return path;
}

function pathOfAncestors(ancestors: readonly unknown[]): Path {
  return ancestors.flatMap((ancestor, index): Path => {
    if (isSeq(ancestor)) return [ancestor.items.indexOf(ancestors[index + 1])];
    return isPair(ancestor) ? [nameOf(ancestor.key)] : [];
  });
}

function danglingAliases(document: Document.Parsed): { readonly name: string; readonly offset: number }[] {
  const dangling: { name: string; offset: number }[] = [];
  visit(document, {
    Alias(_, alias) {
      if (!alias.resolve(document)) dangling.push({ name: alias.source, offset: alias.range?.[0] ?? 0 });
    },
  });
  return dangling;
}

/** The rest of the line from the position of the parser, without its comment. */
function snippet(text: string, fault: ParserError): string {
  const rest =
    text
      .slice(fault.pos[0])
      .split(/\s*\r?\n|\s+#/, 1)[0]
      ?.slice(0, 40) ?? '';
  return rest === '' ? 'the end of the line' : JSON.stringify(rest);
}
