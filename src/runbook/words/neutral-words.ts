import type { Words } from './words';

/** The words for scenarios that are no rehearsal: without procedures, machines and simulation. */
export function neutralWords(words: Words): Words {
  const { labels, states, meanings, sentences } = words.neutral;
  return {
    ...words,
    labels: { ...words.labels, ...labels },
    states: { ...words.states, ...states },
    meanings: { ...words.meanings, ...meanings },
    sentences: { ...words.sentences, ...sentences },
  };
}
