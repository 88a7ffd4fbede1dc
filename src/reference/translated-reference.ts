import type { Catalogue } from '../translation/catalogue';
import { sentencesOf } from '../translation/sentences';
import type { ReferenceLanguage } from './step-reference';

/** What a reader sees for a slot of a phrase. */
const SLOTS: Readonly<Record<string, string>> = {
  text: '…',
  number: 'N',
  numeral: 'N',
  poolNumeral: 'N',
  code: 'CODE',
  date: 'YYYY-MM-DD',
  host: 'the host name or the FQDN of a server',
};

/** The phrases of a catalogue for the reference. */
export function referenceIn(catalogue: Catalogue): ReferenceLanguage {
  const steps = sentencesOf(catalogue, (text) => `"${text}"`);
  return {
    phrase: (english) => catalogue.sentences[english],
    values: (name) => {
      const values = Object.values(catalogue.phrases[name] ?? {}).filter((value) => value !== '');
      return values.length === 0 ? undefined : [...new Set(values.map(shown))];
    },
    step: (english) =>
      steps(english)
        ?.map(({ text }) => text)
        .join(''),
  };
}

function shown(phrase: string): string {
  return phrase.replace(/\{(\w+)\}/g, (braces, slot: string) => SLOTS[slot] ?? braces);
}
