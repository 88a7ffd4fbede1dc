import type { GherkinDocument } from '@cucumber/messages';
import { commentTargets } from './source-comments';

/** Where the steps from this one on belong in a plan: a stage, the way to carry it out, and a machine. */
export interface PlanPlace {
  readonly stage: PlanPart;
  readonly choice: PlanPart;
  /** FQDN */
  readonly machine: string;
}

interface PlanPart {
  readonly id: string;
  readonly title: string;
}

/**
 * The beginnings of the parts of a plan, by the line of their first step; from the comments `# stage: id title`,
 * `# choice: id title` and `# machine: name`.
 */
export function planPlaces(document: GherkinDocument): ReadonlyMap<number, PlanPlace> {
  const comments = document.comments.flatMap(({ location, text }) => {
    const [, kind = '', said = ''] = /^\s*#\s*(stage|choice|machine):\s*(.*\S)/.exec(text) ?? [];
    return kind === '' ? [] : [{ line: location.line, kind, said }];
  });
  if (comments.length === 0) return new Map();
  const starts = commentTargets(document);
  const places = new Map<number, Record<string, string>>();
  for (const { line, kind, said } of comments) {
    const target = starts.find(({ start }) => start > line)?.line ?? 0;
    places.set(target, { ...places.get(target), [kind]: said });
  }
  return new Map(
    [...places].map(([line, { stage = '', choice = '', machine = '' }]) => {
      return [line, { stage: partOf(stage), choice: partOf(choice), machine }] as const;
    }),
  );
}

function partOf(said: string): PlanPart {
  const [, id = '', title = ''] = /^(\S+)\s*(.*)$/.exec(said) ?? [];
  return { id, title };
}
