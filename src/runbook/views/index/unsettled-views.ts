import type { Unsettled } from '../../outline/unsettled';
import type { Words } from '../../words/words';

/** Scenarios that failed, or were not completed, in the same way. */
export interface UnsettledView extends Pick<Unsettled, 'state' | 'until'> {
  /** what was reported, in the words of the first of them */
  readonly message: string;
  readonly things: readonly UnsettledThing[];
  /** whether they are folded, because there are several */
  readonly more: boolean;
}

/** One scenario of a group; `message` is empty where it is that of the group. */
export interface UnsettledThing extends Pick<Unsettled, 'procedure' | 'scenario' | 'step' | 'href'> {
  readonly message: string;
}

/** The scenarios that failed or were not completed, in the words of a language, in groups by what was reported. */
export function unsettledViews(all: readonly Unsettled[], words: Words): readonly UnsettledView[] {
  const groups = new Map<string, UnsettledThing[]>();
  const heads = new Map<string, Pick<UnsettledView, 'state' | 'until' | 'message'>>();
  for (const { state, until, message: reported, procedure, scenario, step, href } of all) {
    const message = typeof reported === 'string' ? words.prose(reported) : words.fact(reported);
    const key = message === '' ? href : JSON.stringify([state, until, patternOf(message)]);
    const head = heads.get(key) ?? { state, until, message };
    heads.set(key, head);
    const own = message === head.message ? '' : message;
    const said = { procedure: words.prose(procedure), scenario: words.prose(scenario), step: words.prose(step) };
    groups.set(key, [...(groups.get(key) ?? []), { ...said, href, message: own }]);
  }
  return [...heads].map(([key, head]) => {
    const things = groups.get(key) ?? [];
    return { ...head, things, more: things.length > 1 };
  });
}

/** The message without what differs from one scenario to the next: quoted texts and numbers. */
function patternOf(message: string): string {
  return message.replace(/"[^"]*"|'[^']*'|「[^」]*」/g, '""').replace(/\d+/g, '0');
}
