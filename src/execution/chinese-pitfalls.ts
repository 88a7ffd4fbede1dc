import type { Envelope, GherkinDocument } from '@cucumber/messages';

/**
 * Lines of a zh-TW feature that Gherkin reads differently from what the author intended, each as `file:line: problem,
 * and remedy`. The dialect has no keyword for Rule and needs no space after step keywords, so that Gherkin reports no
 * error.
 */
export function chinesePitfalls(envelopes: readonly Envelope[]): readonly string[] {
  const sources = new Map(envelopes.flatMap(({ source }) => (source ? [[source.uri, source.data] as const] : [])));
  return envelopes.flatMap(({ gherkinDocument }) => {
    if (gherkinDocument?.feature?.language !== 'zh-TW') return [];
    const lines = (sources.get(gherkinDocument.uri ?? '') ?? '').split('\n');
    const said = [...swallowed(gherkinDocument, lines), ...glued(gherkinDocument, lines)];
    return said.sort((a, b) => a.line - b.line).map(({ line, what }) => `${gherkinDocument.uri}:${line}: ${what}`);
  });
}

interface Pitfall {
  readonly line: number;
  readonly what: string;
}

/** A line that begins like a keyword, with any colon. */
const LIKE_A_KEYWORD = /^\s*(規則|功能|背景|場景|場景大綱|劇本|劇本大綱|例子|範例|Rule|Feature|Example)\s*([:：])/;

/** Lines that look like keywords but became part of a description. */
function swallowed(document: GherkinDocument, lines: readonly string[]): readonly Pitfall[] {
  const keywords = new Set(keywordsIn(document).map(({ line }) => line));
  return outsideDocStrings(lines).flatMap(({ line, text }) => {
    const found = LIKE_A_KEYWORD.exec(text);
    if (!found || keywords.has(line)) return [];
    const [, word = '', colon] = found;
    const instead = word === '規則' ? 'Rule:' : colon === '：' ? `${word}:` : '場景: or 例子:';
    return [{ line, what: `"${text.trim()}" is read as a line of a description and begins nothing; write ${instead}` }];
  });
}

/** Lines that begin with a step keyword without a space: prose that became a step. */
function glued(document: GherkinDocument, lines: readonly string[]): readonly Pitfall[] {
  return keywordsIn(document).flatMap(({ line, keyword, isStep }) => {
    const text = (lines[line - 1] ?? '').trim();
    if (!isStep || keyword.trim() === '*' || /^\s/.test(text.slice(keyword.trim().length))) return [];
    return [
      {
        line,
        what: `"${text}" is read as a step, for it begins with ${keyword}; write a space after the keyword, or begin the sentence otherwise`,
      },
    ];
  });
}

interface Keyword {
  readonly line: number;
  readonly keyword: string;
  readonly isStep: boolean;
}

/** Everything in the document that has a keyword. */
function keywordsIn(node: unknown): readonly Keyword[] {
  if (Array.isArray(node)) return node.flatMap(keywordsIn);
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.values(node).flatMap(keywordsIn);
  if (!('keyword' in node) || !('location' in node)) return below;
  const { location } = node;
  const line = typeof location === 'object' && location !== null && 'line' in location ? Number(location.line) : 0;
  return [{ line, keyword: String(node.keyword), isStep: !('name' in node) }, ...below];
}

function outsideDocStrings(lines: readonly string[]): readonly { readonly line: number; readonly text: string }[] {
  let inside = false;
  return lines.flatMap((text, index) => {
    const fence = /^\s*("""|```)/.test(text);
    if (fence) inside = !inside;
    return inside || fence || /^\s*[#|@]/.test(text) ? [] : [{ line: index + 1, text }];
  });
}
