import type { Logon } from '../windows/program';
import type { Gesture, Window } from '../windows/window';
import type { Chain } from './chain';

/** One page as it looked when it was left, with the gestures on it. */
export interface Shot {
  readonly logon: Logon;
  readonly window: Window;
  readonly used: readonly Gesture[];
}

/** The pages in the order in which they were left. */
export type Shots = Chain<Shot>;

/** Adds a gesture's shot. Several gestures on one page are one shot. */
export function withShot(shots: Shots | null, shot: Shot): Shots {
  if (!shots) return { last: shot, before: null };
  const { last, before } = shots;
  const pressed = last.used.some(({ kind }) => kind === 'press');
  const same = !pressed && last.window.page === shot.window.page && last.window.title === shot.window.title;
  return same ? { last: { ...shot, used: [...last.used, ...shot.used] }, before } : { last: shot, before: shots };
}
