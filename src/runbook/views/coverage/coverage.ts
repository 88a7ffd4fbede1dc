import type { Orphan, SentenceState, Trace, TracedSentence } from '../../source-document/trace';
import type { PageContext } from '../page-context';

/** The execution of each sentence of the source document. */
export interface Coverage {
  readonly totals: Trace['totals'];
  readonly sentences: number;
  readonly sections: readonly {
    readonly anchor: string;
    readonly name: string;
    readonly sentences: readonly SentenceView[];
  }[];
  readonly orphans: readonly (Orphan & { readonly anchor: string })[];
}

export interface SentenceView extends Pick<TracedSentence, 'id' | 'step' | 'moved'> {
  readonly anchor: string;
  readonly kind: string;
  readonly state: SentenceState;
  readonly reason: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

interface DocumentParts {
  readonly coverage: Pick<Coverage, 'sentences' | 'orphans'>;
  readonly findings: { readonly document: readonly unknown[] };
}

/** Whether a runbook is about a source document: one is known, or its features name sentences or defects of one. */
export function isDocumented({ coverage, findings }: DocumentParts): boolean {
  return coverage.sentences + coverage.orphans.length + findings.document.length > 0;
}

/** The table of sentences, one section of the document after the other; links lead to where the page shows them. */
export function coverageOf(context: PageContext): Coverage {
  const { trace, anchors } = context.outline;
  const sections = [...new Set(trace.sentences.map((sentence) => sentence.section))];
  return {
    totals: trace.totals,
    sentences: trace.sentences.length,
    sections: sections.map((section) => ({
      anchor: anchors.section(section),
      name: context.words.prose(titleOf(section)),
      sentences: trace.sentences
        .filter((sentence) => sentence.section === section)
        .map((sentence) => sentenceView(sentence, context)),
    })),
    orphans: trace.orphans.map((orphan, index) => ({ ...orphan, anchor: orphanAnchor(index, context) })),
  };
}

function sentenceView(
  { id, step, kind, state, reason = '', by, moved }: TracedSentence,
  { outline: { anchors }, words: { prose, fact } }: PageContext,
): SentenceView {
  const links = by.map(({ uri, line, scenario, step: text }) => ({
    text: prose(text === undefined || text.endsWith(':') ? scenario : text),
    href: anchors.hrefOf(uri, line),
  }));
  return {
    id,
    anchor: anchors.source(id),
    step,
    kind: prose(kind),
    state,
    reason: typeof reason === 'string' ? prose(reason) : fact(reason),
    links,
    moved,
  };
}

/** The anchor of an id that the ledger does not have, where it is first listed; else empty. */
function orphanAnchor(index: number, { outline: { trace, anchors } }: PageContext): string {
  const orphan = trace.orphans[index];
  if (orphan?.problem !== 'not in the ledger') return '';
  return trace.orphans.findIndex(({ id }) => id === orphan.id) === index ? anchors.source(orphan.id) : '';
}

const ACRONYMS = /\b(?:ca|crl|mmc)\b/g;

/** `to-import-the-ca-certificate` reads "To import the CA certificate". */
export function titleOf(section: string): string {
  const words = section
    .replace(/-/g, ' ')
    .replace(ACRONYMS, (name) => name.toUpperCase())
    .trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
