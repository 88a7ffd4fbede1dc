import { element } from '../element.mjs';
import { nearest, termsOf } from './query.mjs';
import { pointsOf, ranked } from './rank.mjs';
import { addHighlighted, patternOf, snippetOf } from './snippet.mjs';
import { folding } from './text.mjs';

/** The start of a fragment that contains a query. A page that is opened as a file has no query string. */
const ASKED = '#?';

/** The most results that are shown. */
const MOST = 500;

const form = document.querySelector('form.search');
if (form) startSearch(form, document.querySelector('.results'), document.getElementById('query'));

/** Ranks the entries of the page by a query, by state and by tag. */
function startSearch(form, list, query) {
  const boxes = { q: query, state: document.getElementById('only-state'), tag: document.getElementById('only-tag') };
  const all = form.parentElement.querySelector('.all');
  const index = { ...indexOf(all), synonyms: JSON.parse(form.dataset.synonyms) };
  const find = (asked) => {
    const { state, tag } = asked;
    const entries = index.entries.filter(
      (entry) => (!state || entry.state === state) && (!tag || entry.tags.includes(tag)),
    );
    const found = resultsOf(entries, folding(asked.q ?? '').trim(), index);
    const pattern = patternOf(found.terms.flatMap(({ word, others }) => [word, ...others]));
    all.hidden = Object.keys(asked).length > 0;
    list.replaceChildren(...(all.hidden ? found.results.slice(0, MOST).map((entry) => resultOf(entry, pattern)) : []));
    form.querySelector('.count').textContent = all.hidden ? explained(form.dataset, asked.q ?? '', found) : '';
  };
  const read = () => {
    if (!location.hash.startsWith(ASKED)) return;
    const asked = Object.fromEntries(new URLSearchParams(location.hash.slice(ASKED.length)));
    for (const [name, box] of Object.entries(boxes)) box.value = asked[name] ?? '';
    find(asked);
  };
  const changed = () => {
    if (!form.offsetParent) return;
    const given = Object.entries(boxes).map(([name, box]) => [name, box.value.trim()]);
    const asked = given.filter(([, value]) => value !== '');
    find(Object.fromEntries(asked));
    history.replaceState(null, '', asked.length > 0 ? `${ASKED}${new URLSearchParams(asked)}` : '#');
  };
  form.hidden = false;
  for (const one of [form, query]) one.addEventListener('input', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', read);
  read();
}

/** Every entry that can be found, and all words of their titles and texts. */
function indexOf(all) {
  const entries = [...all.querySelectorAll('.group')].flatMap((group) => {
    const [head, ...things] = [group.querySelector('h3'), ...group.querySelectorAll('.thing')];
    const of = head.textContent.trim();
    return [
      entryOf(head, '', 80),
      ...things.map((thing) => entryOf(thing, of, group.querySelector('[href^=codes]') ? 20 : 0)),
    ];
  });
  const texts = entries.map(({ inTitle, inCode, inText }) => `${inTitle} ${inCode} ${inText}`);
  return { entries, vocabulary: new Set(texts.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))) };
}

function entryOf(element, of, weight) {
  const link = element.querySelector('a');
  const { state = '', tags = '', also = '' } = element.dataset;
  const code = element.querySelector('.symptom')?.textContent ?? '';
  return ranked({
    href: link.getAttribute('href'),
    title: link.textContent,
    code,
    text: also,
    of,
    state,
    tags: tags.split(', '),
    weight,
  });
}

/** The entries with all terms, the best first. If there are none, similar spellings take the place of unknown words. */
function resultsOf(entries, query, { vocabulary, synonyms }) {
  const terms = termsOf(query, synonyms);
  const ordered = (wanted) => {
    if (wanted.length === 0) return entries;
    const points = new Map(entries.map((entry) => [entry, pointsOf(entry, wanted, query)]));
    return entries.filter((entry) => points.get(entry) > 0).sort((a, b) => points.get(b) - points.get(a));
  };
  const results = ordered(terms);
  if (results.length > 0) return { results, terms, near: false };
  const known = ({ word, others }) =>
    [word, ...others].some((one) => entries.some((entry) => pointsOf(entry, [{ word: one, others: [] }], '') > 0));
  const corrected = termsOf(
    terms.flatMap((term) => (known(term) ? [term.word] : nearest(term.word, vocabulary))).join(' '),
    synonyms,
  );
  const near = corrected.length > 0 ? ordered(corrected) : [];
  return { results: near, terms: near.length > 0 ? corrected : terms, near: near.length > 0 };
}

function resultOf({ href, title, code, text, of }, pattern) {
  const item = element('li', '', 'result');
  const link = element('a', '');
  link.href = href;
  item.append(addHighlighted(link, title, pattern), ' ');
  if (code !== '') item.append(element('code', code, 'symptom'), ' ');
  item.append(element('span', of, 'muted'));
  item.append(addHighlighted(element('p', '', 'snippet'), snippetOf(text, pattern), pattern));
  return item;
}

/** What was found, and what the search has understood. */
function explained({ results, also, instead, nothing, comma, quoted }, asked, { results: found, terms, near }) {
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const others = terms.flatMap((term) => term.others);
  const words = terms.map(({ word }) => word);
  if (found.length === 0)
    return filled(nothing, { words: [...words, ...others].map((word) => filled(quoted, { word })).join(comma) });
  return [
    near ? filled(instead, { asked, used: words.join(' ') }) : '',
    filled(results, { count: found.length }),
    others.length > 0 ? filled(also, { words: others.join(comma) }) : '',
  ].join(' ');
}
