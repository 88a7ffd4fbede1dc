import type { FeatureChild, GherkinDocument, Location, RuleChild, Scenario, Tag } from '@cucumber/messages';

/** The kinds of citations in comments, by the word that begins the comment. */
export type CitationKind = 'source' | 'failure' | 'fails at';

/** An id in a comment of a feature file, and the line of the element to which the comment belongs. */
export interface Citation {
  readonly kind: CitationKind;
  readonly id: string;
  readonly line: number;
  /** the line of the element below the comment; 0 if there is none */
  readonly target: number;
}

/**
 * The ids that a document's comments cite. `# source:` cites sentences that are executed, `# failure:` a known failure
 * that is shown, `# fails at:` a sentence at which the procedure fails. A comment belongs to the next element below it;
 * an element begins at its first tag.
 */
export function citationsIn(document: GherkinDocument): readonly Citation[] {
  const starts = document.comments.length > 0 ? commentTargets(document) : [];
  return document.comments.flatMap(({ location: { line }, text }) => {
    const [, said = '', ids = ''] = /^\s*#\s*(source|failure|fails at):\s*(.*)$/i.exec(text) ?? [];
    const kind = CITATION_KINDS.find((one) => one === said.toLowerCase()) ?? 'source';
    const target = starts.find(({ start }) => start > line)?.line ?? 0;
    return ids
      .split(/[\s,]+/)
      .filter((id) => id !== '')
      .map((id) => ({ kind, id, line, target }));
  });
}

/**
 * Why steps cannot be rolled back, by the line of the step; from the comment `# cannot be taken back: …` above the
 * step.
 */
export function irreversibleSteps(document: GherkinDocument): ReadonlyMap<number, string> {
  const starts = document.comments.length > 0 ? commentTargets(document) : [];
  return new Map(
    document.comments.flatMap(({ location, text }) => {
      const reason = /^\s*#\s*cannot be taken back:\s*(.*\S)/i.exec(text)?.[1];
      const below = reason && starts.find(({ start }) => start > location.line);
      return reason && below ? [[below.line, reason] as const] : [];
    }),
  );
}

const CITATION_KINDS: readonly CitationKind[] = ['source', 'failure', 'fails at'];

/** The ids that are cited in one way, by the line of the element to which they belong. */
export function idsByLine(mentions: readonly Citation[], wanted: CitationKind): ReadonlyMap<number, readonly string[]> {
  const byLine = new Map<number, string[]>();
  for (const { kind, id, target } of mentions) {
    if (kind !== wanted) continue;
    const ids = byLine.get(target) ?? [];
    byLine.set(target, ids.includes(id) ? ids : [...ids, id]);
  }
  return byLine;
}

/** The elements that a comment can belong to: everything in a feature with its own line. */
export interface CommentTarget {
  /** the line of its first tag, or else its line */
  readonly start: number;
  readonly line: number;
  readonly tags: readonly Tag[];
}

/** Every element of a document in the order of their first lines. */
export function commentTargets({ feature }: GherkinDocument): readonly CommentTarget[] {
  const elements = feature ? [startOf(feature), ...feature.children.flatMap(startsIn)] : [];
  return elements.sort((a, b) => a.start - b.start);
}

function startsIn(child: FeatureChild | RuleChild): CommentTarget[] {
  const rule = 'rule' in child ? child.rule : undefined;
  return [
    ...(rule ? [startOf(rule), ...rule.children.flatMap(startsIn)] : []),
    ...(child.background ? [startOf(child.background), ...child.background.steps.map(startOf)] : []),
    ...(child.scenario ? startsOfScenario(child.scenario) : []),
  ];
}

function startsOfScenario(scenario: Scenario): CommentTarget[] {
  const examples = scenario.examples.flatMap((table) => [startOf(table), ...table.tableBody.map(startOf)]);
  return [startOf(scenario), ...scenario.steps.map(startOf), ...examples];
}

function startOf(node: { readonly location: Location; readonly tags?: readonly Tag[] }): CommentTarget {
  const { location, tags = [] } = node;
  return { start: Math.min(location.line, ...tags.map((tag) => tag.location.line)), line: location.line, tags };
}
