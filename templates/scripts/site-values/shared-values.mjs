import { find } from '../dom.mjs';
import { asJson, fromPairs, pairsOf } from '../objects.mjs';
import { startPanel } from './panel.mjs';

const section = find('.yours');

/** What a change record holds of the reader's values, and how the page takes them from another reader's record. */
export const sharedValues = section
  ? sharing(startPanel(section))
  : { listed: () => [], wrongIn: () => '', take: ({ length }) => length && 'valuesLeft' };

function sharing({ values, take }) {
  const { places, listed, refused } = values;
  return {
    listed,
    /** The first of the values that the environment file would not accept; empty where it would accept all of them. */
    wrongIn(list) {
      let at = list.findIndex((each) => typeof each?.value !== 'string' || !places.includes(each.place));
      if (at < 0) {
        const before = values.typed;
        values.typed = asTyped(list);
        const place = places[refused()];
        values.typed = before;
        if (place === undefined) return '';
        at = Math.max(
          0,
          list.findIndex((each) => each.place === place),
        );
      }
      return `values[${at}]: ${asJson(list[at])}`;
    },
    /** Takes the values where none are typed in. Returns the name of the message to show, if there is one. */
    take(list) {
      const [given, here] = [list, listed()].map((each) => asJson(pairsOf(asTyped(each)).sort()));
      if (given === here) return '';
      if (here !== '[]') return 'valuesLeft';
      take(asTyped(list));
      return 'valuesTaken';
    },
  };
}

function asTyped(list) {
  return fromPairs(list.map(({ place, value }) => [place, value]));
}
