import type { TopologyLine } from '../../../evidence/machine-records';
import { saying } from '../../words/headings';
import type { Words } from '../../words/words';
import { boxOf, type DiagramBox } from './diagram-box';

/** The machines of the change as a picture, and what is carried between them as a list. */
export interface Diagram {
  readonly height: number;
  readonly boxes: readonly DiagramBox[];
  readonly numbers: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  /** arrows and lines as path data */
  readonly arrows: readonly string[];
  readonly lines: readonly string[];
  /** what is carried, one sentence for each number */
  readonly flows: readonly string[];
}

/** The width of every diagram: that of a phone, so that its text is never smaller than that of the page. */
const WIDTH = 360;
const GAP = 8;
/** The lanes at the left, on which the chain, the request and the certificate are carried. */
const LANES = [16, 44, 72] as const;
const LANES_WIDTH = 92;
/** Half the height of a numbered circle, with some room. */
const CIRCLE = 14;
/** How far the lanes of one pool are from each other, and how far above the bottom of the internal server they begin. */
const LANE_STEP = 24;
const LANE_OUT = 12;

interface Row {
  readonly boxes: readonly DiagramBox[];
  readonly bottom: number;
}

/** The diagram of an environment; null without pools or authorities. */
export function diagramOf(topology: TopologyLine | undefined, words: Words): Diagram | null {
  const { authorities = [], internalServer = '', pools = [] } = topology ?? {};
  const issuing = authorities.at(-1);
  if (!issuing || pools.length === 0) return null;
  const { labels } = words;
  const tiers = rowsOf(
    authorities.map(({ name, host, isPublic }) => ({
      text: name,
      note: isPublic ? labels.publicAuthority : host === '' ? labels.offline : '',
    })),
    { left: 0, top: 4, width: WIDTH, columns: authorities.length, kind: 'authority' },
  );
  const inside = rowsOf([{ text: shortName(internalServer), note: labels.internalNetwork }], {
    left: LANES_WIDTH,
    top: tiers.bottom + 34,
    width: WIDTH - LANES_WIDTH,
    columns: 1,
    kind: 'internal',
  });
  const lanes = inside.bottom - LANE_OUT;
  const start: Sketch = {
    boxes: [...tiers.boxes, ...inside.boxes],
    numbers: LANES.map((x, index) => ({ x, y: lanes, text: String(index + 1) })),
    arrows: betweenAuthorityAndServer(tiers, inside),
    bottom: inside.bottom + 22,
    end: lanes,
  };
  const sketch = pools.reduce((before, { fqdn, servers }) => withPool(before, fqdn, servers, labels.perimeter), start);
  return {
    height: sketch.bottom,
    boxes: sketch.boxes,
    numbers: sketch.numbers,
    arrows: [...sketch.arrows, `M${LANES[1]} ${sketch.end + LANE_STEP}V${lanes + CIRCLE}`],
    lines: [LANES[0], LANES[2]].map((x, index) => `M${x} ${lanes + CIRCLE}V${sketch.end + 2 * index * LANE_STEP}`),
    flows: flowsOf(issuing.name, shortName(internalServer), pools, words),
  };
}

interface Sketch extends Pick<Diagram, 'boxes' | 'numbers' | 'arrows'> {
  readonly bottom: number;
  /** where the first lane ends */
  readonly end: number;
}

/** Adds a pool: its frame with the name, the first server, and the others below it. */
function withPool(before: Sketch, fqdn: string, servers: readonly string[], perimeter: string): Sketch {
  const [first = '', ...others] = servers;
  const top = before.bottom + 12;
  const area = { left: LANES_WIDTH + GAP, width: WIDTH - LANES_WIDTH - 2 * GAP };
  const { left, width } = area;
  const title = boxOf(fqdn, perimeter, { x: left, y: top + 2, width, kind: 'title' });
  const firstTop = top + title.height + 6;
  const one = boxOf(shortName(first), '', { x: left, y: firstTop, width: width / 2 - GAP, kind: 'server' });
  const middle = firstTop + Math.max(one.height, 3 * LANE_STEP);
  const rest = rowsOf(
    others.map((name) => ({ text: shortName(name), note: '' })),
    { ...area, top: middle + 34, columns: Math.min(others.length, 2), kind: 'server' },
  );
  const bottom = (others.length > 0 ? rest.bottom : middle) + GAP;
  const frame = { x: LANES_WIDTH, y: top, width: WIDTH - LANES_WIDTH, height: bottom - top };
  const key = others.length > 0 ? [one.x + 24] : [];
  return {
    bottom,
    end: one.y + 12,
    boxes: [...before.boxes, { ...frame, kind: 'pool', texts: [] }, title, one, ...rest.boxes],
    numbers: [...before.numbers, ...key.map((x) => ({ x: x + CIRCLE + 6, y: middle + 17, text: '4' }))],
    arrows: [
      ...before.arrows,
      ...toAndFromPool(one.y + 12),
      ...key.map((x) => `M${x} ${one.y + one.height + 2}V${middle + 30}`),
    ],
  };
}

/** The chain and the certificate come to the pool, and the request leaves it. */
function toAndFromPool(y: number): readonly string[] {
  const [chain, request, certificate] = LANES;
  return [
    `M${chain} ${y}H${LANES_WIDTH - 4}`,
    `M${LANES_WIDTH} ${y + LANE_STEP}H${request + 3}`,
    `M${certificate} ${y + 2 * LANE_STEP}H${LANES_WIDTH - 4}`,
  ];
}

/** The three arrows between the issuing authority and the internal server. */
function betweenAuthorityAndServer({ boxes, bottom }: Row, { boxes: [server] }: Row): readonly string[] {
  const issuing = boxes.at(-1);
  if (!issuing || !server) return [];
  const middle = Math.max(issuing.x, server.x) + 30;
  const to = server.y - 4;
  const x = Math.min(middle, WIDTH - 70);
  return [`M${x} ${bottom}V${to}`, `M${x + 25} ${to + 4}V${bottom + 4}`, `M${x + 50} ${bottom}V${to}`];
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly columns: number;
  readonly kind: DiagramBox['kind'];
}

/** Boxes in rows of equal columns; each row is as high as its highest box. */
function rowsOf(things: readonly { readonly text: string; readonly note: string }[], area: Area): Row {
  const { left, columns, kind } = area;
  const width = (area.width - GAP * (columns - 1)) / columns;
  let top = area.top;
  const boxes: DiagramBox[] = [];
  for (let start = 0; start < things.length; start += columns) {
    const row = things
      .slice(start, start + columns)
      .map(({ text, note }, at) => boxOf(text, note, { x: left + at * (width + GAP), y: top, width, kind }));
    const height = Math.max(...row.map((box) => box.height));
    boxes.push(...row.map((box) => ({ ...box, height })));
    top += height + GAP;
  }
  return { boxes, bottom: top - GAP };
}

function flowsOf(authority: string, internal: string, pools: TopologyLine['pools'], words: Words): readonly string[] {
  const say = saying(words);
  const { comma } = words.labels;
  const first = pools.map(({ servers }) => shortName(servers[0] ?? '')).join(comma);
  const others = pools.flatMap(({ servers }) => servers.slice(1).map(shortName)).join(comma);
  const from = pools.filter(({ servers }) => servers.length > 1).map(({ servers }) => shortName(servers[0] ?? ''));
  return [
    say('flowChain', { authority, internal }),
    say('flowRequest', { first, internal, authority }),
    say('flowCertificate', { internal, first }),
    ...(others === '' ? [] : [say('flowKey', { first: from.join(comma), others })]),
  ];
}

/** The first label of a name, as people call the server. */
function shortName(fqdn: string): string {
  return fqdn.split('.')[0] ?? fqdn;
}
