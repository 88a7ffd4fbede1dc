import { anchorName } from '../../outline/anchor-names';
import type { Registry } from '../../outline/anchors';
import type { Orphan, SentenceState, Trace, TracedSentence } from '../../source-document/trace';

/** What became of each sentence of the source document. */
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

export interface SentenceView extends Pick<TracedSentence, 'id' | 'step' | 'kind' | 'moved'> {
  readonly anchor: string;
  readonly state: SentenceState;
  readonly reason: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** The table of sentences, one section of the document after the other; links lead to where the page shows them. */
export function coverageOf(traced: Trace, registry: Registry): Coverage {
  const sections = [...new Set(traced.sentences.map((sentence) => sentence.section))];
  return {
    totals: traced.totals,
    sentences: traced.sentences.length,
    sections: sections.map((section) => ({
      anchor: registry.anchor(`section-${anchorName(section)}`),
      name: titleOf(section),
      sentences: traced.sentences
        .filter((sentence) => sentence.section === section)
        .map((sentence) => sentenceView(sentence, registry)),
    })),
    orphans: traced.orphans.map((orphan, index) => ({ ...orphan, anchor: orphanAnchor(traced, index, registry) })),
  };
}

function sentenceView(
  { id, step, kind, state, reason = '', by, moved }: TracedSentence,
  registry: Registry,
): SentenceView {
  const links = by.map(({ uri, line, scenario, step: text }) => ({
    text: text ?? scenario,
    href: registry.hrefOf(uri, line),
  }));
  return { id, anchor: registry.source(id), step, kind, state, reason, links, moved };
}

/** An id that the ledger does not have is anchored where it is first listed. */
function orphanAnchor({ orphans }: Trace, index: number, registry: Registry): string {
  const orphan = orphans[index];
  if (orphan?.problem !== 'not in the ledger') return '';
  return orphans.findIndex(({ id }) => id === orphan.id) === index ? registry.source(orphan.id) : '';
}

/** `to-import-the-certificate` reads "To import the certificate". */
export function titleOf(section: string): string {
  const words = section.replace(/-/g, ' ').trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
