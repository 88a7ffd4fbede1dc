import type { FindingCodeLine, FindingLine } from '../../../evidence/finding-records';
import type { Fact, FactTexts } from '../../../fact';
import { saying, sentence } from '../../words/headings';
import type { CodeInWords } from '../../words/text-words';
import type { Words } from '../../words/words';
import type { FindingView } from '../evidence/finding-view';

/** The result of a check of real servers, for its page. */
export interface ServerCheck {
  /** the name of the environment */
  readonly environment: string;
  /** the time for which dates were judged, ISO 8601 in UTC */
  readonly at: string;
  readonly findings: readonly FindingLine[];
  readonly open: readonly OpenQuestion[];
  /** servers of a pool that have no state */
  readonly unchecked: readonly string[];
  /** servers without the current configuration */
  readonly outdated: readonly { readonly replica: string; readonly lastReport: string }[];
  readonly read: readonly { readonly server: string; readonly files: readonly string[] }[];
  /** files that were not read, with the reason */
  readonly ignored: readonly string[];
  /** all codes of the product */
  readonly codes: readonly FindingCodeLine[];
  /** the English texts of the facts */
  readonly texts: FactTexts;
}

/** What the states do not decide. */
export interface OpenQuestion {
  /** none: every code */
  readonly codes: readonly string[];
  /** empty: every server */
  readonly server: string;
  readonly reason: Fact;
  readonly wanted?: Fact;
}

/** The page in one language. */
export interface CheckView extends Pick<ServerCheck, 'at' | 'unchecked' | 'outdated' | 'read' | 'ignored'> {
  readonly title: string;
  readonly outcome: string;
  readonly deployment: readonly FindingView[];
  readonly open: readonly OpenView[];
  readonly codes: readonly (CodeInWords & { readonly anchor: string })[];
}

interface OpenView {
  readonly codes: readonly string[];
  readonly server: string;
  readonly reason: string;
  readonly wanted: string;
}

/** Arranges the page of a check: the worst findings first, each with a link to the explanation of its code. */
export function checkView(check: ServerCheck, words: Words): CheckView {
  const own = words.ofRun(check.texts);
  const { at, unchecked, outdated, read, ignored } = check;
  const found = SEVERITIES.flatMap((severity) => check.findings.filter((one) => one.severity === severity));
  const used = new Set(found.map(({ code }) => code));
  return {
    ...{ at, unchecked, outdated, read, ignored },
    title: saying(words)('checkTitle', { environment: check.environment }),
    outcome: outcomeOf(check, words),
    deployment: found.map((line) => ({ ...own.finding(line), href: `#${anchorOf(line.code)}` })),
    open: check.open.map(({ codes, server, reason, wanted }) => ({
      codes,
      server,
      reason: own.fact(reason),
      wanted: wanted ? own.fact(wanted) : '',
    })),
    codes: check.codes
      .filter(({ code }) => used.has(code))
      .map((line) => ({ ...own.code(line), anchor: anchorOf(line.code) })),
  };
}

const SEVERITIES = ['error', 'warning', 'info'] as const;

function anchorOf(code: string): string {
  return `code-${code}`;
}

function outcomeOf({ findings, unchecked, open }: ServerCheck, words: Words): string {
  const say = saying(words);
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count > 0 ? [say(`${severity}s`, { count })] : [];
  });
  const parts = [
    counts.length > 0 ? say('checkFound', { counts: counts.join(words.labels.comma) }) : say('checkClean'),
    ...(unchecked.length > 0 ? [say('checkMissing', { count: unchecked.length })] : []),
    ...(open.length > 0 ? [say('checkOpen', { count: open.length })] : []),
  ];
  return parts.map((part) => sentence(part, say)).join(say('gap'));
}
