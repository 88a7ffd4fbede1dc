import { describe, it } from 'node:test';
import { expect } from 'chai';
import { joined, listOf } from '../../src/operator/chain';
import { type Shot, type Shots, withShot } from '../../src/operator/shots';
import type { Gesture } from '../../src/windows/window';

const logon = { on: 'edge01', account: 'Administrator' };

function shot(page: string, kind: Gesture['kind'] = 'press'): Shot {
  return { logon, window: { title: 'Wizard', page, controls: [] }, used: [{ kind, control: 'x' }] };
}

const taken = (...shots: readonly Shot[]) => shots.reduce<Shots | null>(withShot, null);
const pages = (shots: Shots | null) => listOf(shots).map(({ window, used }) => `${window.page} ${used.length}`);

describe('The shots of a console', () => {
  it('are one for several gestures on a page, until a button is pressed', () => {
    expect(pages(taken(shot('a', 'type'), shot('a'), shot('a'), shot('b')))).to.deep.equal(['a 2', 'a 1', 'b 1']);
    expect(pages(null)).to.deep.equal([]);
  });

  it('share the earlier shots with the console before the gesture', () => {
    const before = taken(shot('a'), shot('b'));
    expect(withShot(before, shot('c')).before).to.equal(before);
  });

  it('can be joined', () => {
    const [one, other] = [taken(shot('a'), shot('b')), taken(shot('c'), shot('d'))];
    expect(pages(joined(one, other))).to.deep.equal(['a 1', 'b 1', 'c 1', 'd 1']);
    expect(joined(null, other)).to.equal(other);
    expect(joined(one, null)).to.equal(one);
  });
});
