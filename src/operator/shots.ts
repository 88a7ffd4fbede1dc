import type { Logon } from '../windows/program';
import type { Gesture, Window } from '../windows/window';

/** One page as it looked when it was left, with the gestures on it. */
export interface Shot {
  readonly logon: Logon;
  readonly window: Window;
  readonly used: readonly Gesture[];
}

/** Shots in the order in which they were taken, the last one first: adding one copies none. Null: there are none. */
export interface Shots {
  readonly last: Shot;
  readonly before: Shots | null;
}

/** Adds a gesture's shot. Several gestures on one page are one shot. */
export function withShot(shots: Shots | null, shot: Shot): Shots {
  if (!shots) return { last: shot, before: null };
  const { last, before } = shots;
  const pressed = last.used.some(({ kind }) => kind === 'press');
  const same = !pressed && last.window.page === shot.window.page && last.window.title === shot.window.title;
  return same ? { last: { ...shot, used: [...last.used, ...shot.used] }, before } : { last: shot, before: shots };
}

/** The first shots followed by the others. */
export function joined(first: Shots | null, others: Shots | null): Shots | null {
  return first ? shotsIn(others).reduce<Shots>((before, last) => ({ last, before }), first) : others;
}

/** All shots, the first one first. */
export function shotsIn(shots: Shots | null): readonly Shot[] {
  const all: Shot[] = [];
  for (let rest = shots; rest; rest = rest.before) all.push(rest.last);
  return all.reverse();
}
