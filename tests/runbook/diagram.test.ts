import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type Diagram, diagramOf } from '../../src/runbook/views/index/diagram';
import type { DiagramBox } from '../../src/runbook/views/index/diagram-box';
import { widthOf } from '../../src/runbook/views/index/diagram-box';
import { english } from '../../src/runbook/words/words';
import { chineseWords } from '../translation/chinese';

const WIDTH = 360;

/** An environment with this number of tiers, and a pool for each number of servers. */
function topology(tiers: number, pools: readonly number[], name = 'edge') {
  return {
    internalServer: `${name}-front.contoso.com`,
    authorities: Array.from({ length: tiers }, (_, tier) => ({
      name: `Contoso ${['Root', 'Policy', 'Issuing'][tier]} Certification Authority`,
      host: tier === 0 && tiers > 1 ? '' : `ca${tier}.contoso.com`,
      isPublic: false,
    })),
    pools: pools.map((servers, pool) => ({
      fqdn: `${name}pool${pool}.contoso.com`,
      servers: Array.from({ length: servers }, (_, at) => `${name}${pool}${String(at).padStart(2, '0')}.contoso.com`),
    })),
  };
}

const LONG = 'perimeter-server-with-a-name-of-sixty-three-characters-in-all-';
const SHAPES = [1, 2, 3].flatMap((tiers) =>
  [[1], [2], [3], [12], [3, 1], [12, 12, 1]].flatMap((pools) => [topology(tiers, pools), topology(tiers, pools, LONG)]),
);

describe('The diagram of the environment', () => {
  for (const words of [english, chineseWords]) {
    it(`overlaps nowhere and cuts nothing off, in ${words.name}`, () => {
      for (const shape of SHAPES) {
        const diagram = drawn(shape, words);
        expect(overlapping(diagram)).to.deep.equal([]);
        expect(diagram.boxes.flatMap(cutOff)).to.deep.equal([]);
        expect(diagram.boxes.filter((box) => box.x < 0 || box.x + box.width > WIDTH)).to.deep.equal([]);
        expect(Math.max(...diagram.boxes.map((box) => box.y + box.height))).to.be.at.most(diagram.height);
      }
    });
  }

  it('shows each authority and each server once, and says what is carried', () => {
    const diagram = drawn(topology(3, [3, 1]), english);
    const texts = (kind: string) =>
      diagram.boxes.filter((box) => box.kind === kind).map((box) => box.texts.map(({ text }) => text).join(' '));
    expect(texts('authority')).to.deep.equal([
      'Contoso Root Certification Authority offline',
      'Contoso Policy Certification Authority',
      'Contoso Issuing Certification Authority',
    ]);
    expect(texts('server')).to.deep.equal(['edge000', 'edge001', 'edge002', 'edge100']);
    expect(diagram.numbers.map(({ text }) => text)).to.deep.equal(['1', '2', '3', '4']);
    expect(diagram.flows).to.have.lengthOf(4);
    expect(diagram.flows[3]).to.equal('The certificate with its private key goes from edge000 to edge001, edge002.');
  });

  it('has no arrow for the key file where each pool has one server', () => {
    const diagram = drawn(topology(1, [1, 1]), english);
    expect(diagram.numbers.map(({ text }) => text)).to.deep.equal(['1', '2', '3']);
    expect(diagram.flows).to.have.lengthOf(3);
  });

  it('is left out where the run does not say which machines there were', () => {
    expect(diagramOf(undefined, english)).to.equal(null);
    expect(diagramOf({ internalServer: 'a', pools: [] }, english)).to.equal(null);
  });
});

function drawn(shape: Parameters<typeof diagramOf>[0], words: typeof english): Diagram {
  const diagram = diagramOf(shape, words);
  if (!diagram) throw new Error('there is no diagram');
  return diagram;
}

/** Pairs of boxes that have a point in common; the frame of a pool surrounds its own boxes. */
function overlapping({ boxes }: Diagram): readonly string[] {
  const solid = boxes.filter(({ kind }) => kind !== 'pool');
  const frames = boxes.filter(({ kind }) => kind === 'pool');
  return [solid, frames].flatMap((some) =>
    some.flatMap((one, index) =>
      some.slice(index + 1).flatMap((other) => (apart(one, other) ? [] : [JSON.stringify([one, other])])),
    ),
  );
}

function apart(one: DiagramBox, other: DiagramBox): boolean {
  const beside = one.x + one.width <= other.x || other.x + other.width <= one.x;
  return beside || one.y + one.height <= other.y || other.y + other.height <= one.y;
}

/** The texts that reach beyond their box. */
function cutOff({ x, y, width, height, texts }: DiagramBox): readonly string[] {
  const inside = texts.filter((one) => one.x + widthOf(one.text) <= x + width && one.y <= y + height && one.x >= x);
  return texts.filter((one) => !inside.includes(one)).map(({ text }) => text);
}
