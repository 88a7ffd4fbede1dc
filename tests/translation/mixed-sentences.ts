import type { Envelope } from '@cucumber/messages';
import { pageSentences } from '../support/prose/page-sentences';
import { dataNames, recordsIn } from './screen-texts';

/** Finds sentences of Chinese pages that are half English, or that a reader in Taiwan would not complete. */

/** A sentence, and what is wrong in it. */
export interface MixedSentence {
  readonly text: string;
  readonly found: string;
}

/** Programs, protocols and services with lower-case names. */
const NAMES = 'certsrv|certsvc|certutil|certreq|icacls|mmc|https?|ldap';

/** A command in a sentence, up to the next Chinese character or punctuation mark. */
const COMMAND = /(?<![\w-])(?:certutil|certreq|icacls|reg|net) [^\p{Script=Han}，。；：、（「]*/gu;

/** Names, paths, addresses and labels that show what they are: in quotation marks, or before the Chinese label. */
const MARKED = [
  /「[^」]*」/g,
  /https?:\S+/g,
  /[A-Z][^（）：。，]*（[^）]*\p{Script=Han}[^）]*）/gu,
  /\b(?:CN|DC|OU|O|C|L|ST|S)=[^,；。，]*/g,
  COMMAND,
  /[\w$\\-]*[\\/.][\w\\/.$-]+/g,
  new RegExp(`(?<![\\w-])(?:${NAMES})(?![\\w-])`, 'g'),
];

/** An English word, or Chinese that lacks an object: 「：無」, 「有無」, a colon before a full stop. */
const WRONG =
  /(?<![\w<-])[a-z]{2,}(?![\w>-])|有 ?無(?!法)|[：:] ?(?:沒有|無)(?=[，。；）]|$)|[：，、；][。；，]|。。|：：/u;

/** The parts of a page that are marked: names of machines and commands, code, English texts, parameters, quotations. */
const NOT_SENTENCES = 'code,kbd,pre,samp,[lang="en"],[translate="no"],textarea,option,.parameter,.text-value,.recorded';

/**
 * The mixed and incomplete sentences of a page.
 *
 * @param data the names that are the same in every language
 */
export function mixedSentences(html: string, data: ReadonlySet<string>): readonly MixedSentence[] {
  const hosts = [...data].filter((name) => /^[a-z]\S*\.\S+$/.test(name)).map((name) => name.split('.')[0] ?? name);
  const names = [...data, ...hosts].filter((name) => /[a-z]{2}/.test(name)).sort((a, b) => b.length - a.length);
  return pageSentences(html, NOT_SENTENCES).flatMap(({ text }) => {
    if (!/\p{Script=Han}/u.test(text)) return [];
    const [found] = WRONG.exec(withoutMarked(text, names)) ?? [];
    return found === undefined ? [] : [{ text, found }];
  });
}

/** The mixed sentences on the Chinese pages of a run, each once. */
export function mixedOn(
  { files, messages }: { readonly files: ReadonlyMap<string, string>; readonly messages: readonly Envelope[] },
  environment: string,
): readonly { readonly at: string; readonly what: string }[] {
  const data = new Set([...dataNames(recordsIn(messages), environment), ...quotedIn(messages)]);
  const found = [...files]
    .filter(([path]) => path.startsWith('zh-TW/'))
    .flatMap(([at, html]) => mixedSentences(html, data).map((one) => ({ at, what: `${one.found}: ${one.text}` })));
  return [...new Map(found.map((one) => [one.what, one])).values()];
}

function withoutMarked(text: string, names: readonly string[]): string {
  const plain = MARKED.reduce((left, marked) => left.replace(marked, '「」'), text);
  return names.reduce((left, name) => left.replaceAll(name, '「」'), plain);
}

/** What steps give in quotation marks. */
function quotedIn(messages: readonly Envelope[]): readonly string[] {
  const steps = messages.flatMap(({ pickle }) => pickle?.steps ?? []);
  return steps.flatMap(({ text }) => [...text.matchAll(/"([^"]+)"/g)].map(([, quoted = '']) => quoted));
}
