import { SiteValuesPanel } from './panel.mjs';

const section = document.querySelector('.yours');

/** What a sheet holds of the reader's values, and how the page takes them from another reader's sheet. */
export const sharedValues = section
  ? sharing(new SiteValuesPanel(section))
  : { typed: () => [], wrongIn: () => '', take: ({ length }) => length && 'valuesLeft' };

function sharing(panel) {
  const { values } = panel;
  return {
    typed: () => values.listed(),
    wrongIn: (list) => wrongIn(values, list),
    /** Takes the values where none are typed in. Returns the name of the message to show, if there is one. */
    take(list) {
      const [given, here] = [list, values.listed()].map((each) => JSON.stringify(Object.entries(asTyped(each)).sort()));
      if (given === here) return '';
      if (here !== '[]') return 'valuesLeft';
      panel.keep(asTyped(list));
      return 'valuesTaken';
    },
  };
}

/** The first of the values that the environment file would not accept; empty where it would accept all of them. */
function wrongIn(values, list) {
  const described = (index) => `values[${index}]: ${JSON.stringify(list[index])}`;
  const odd = list.findIndex((each) => typeof each?.value !== 'string' || !values.places.includes(each.place));
  if (odd >= 0) return described(odd);
  const before = values.typed;
  values.typed = asTyped(list);
  const refused = values.places.find((_, number) => values.error(number));
  values.typed = before;
  if (!refused) return '';
  const index = list.findIndex(({ place }) => place === refused);
  return described(Math.max(0, index));
}

function asTyped(list) {
  return Object.fromEntries(list.map(({ place, value }) => [place, value]));
}
