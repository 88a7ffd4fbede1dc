import { ASKED, all, byId, element, filled, find, isAsked, on, onWindow, textOf } from '../dom.mjs';
import { fromJson, fromPairs, namesOf, pairsOf } from '../objects.mjs';
import { nearest, termsOf } from './query.mjs';
import { pointsOf } from './rank.mjs';
import { addHighlighted, patternOf, snippetOf } from './snippet.mjs';
import { folding } from './text.mjs';

const form = find('form.search');
if (form) startSearch(form, find('.results'), byId('query'));

/** Ranks the entries of the page by a query, by state and by tag. */
function startSearch(form, list, query) {
  const boxes = { q: query, state: byId('only-state'), tag: byId('only-tag') };
  const everything = find('.all', form.parentElement);
  const index = { ...indexOf(everything), synonyms: fromJson(form.dataset.synonyms) };
  const show = (asked) => {
    const { state, tag } = asked;
    const entries = index.entries.filter(
      (entry) => (!state || entry.state === state) && (!tag || entry.tags.includes(tag)),
    );
    const found = resultsOf(entries, folding(asked.q ?? '').trim(), index);
    const pattern = patternOf(found.terms.flatMap(({ word, others }) => [word, ...others]));
    everything.hidden = Boolean(namesOf(asked)[0]);
    list.replaceChildren(...(everything.hidden ? found.results.map((entry) => resultOf(entry, pattern)) : []));
    find('.count', form).textContent = everything.hidden ? explained(form.dataset, asked.q ?? '', found) : '';
  };
  const read = () => {
    if (!isAsked()) return;
    const asked = fromPairs(new URLSearchParams(location.hash.slice(ASKED.length)));
    for (const [name, box] of pairsOf(boxes)) box.value = asked[name] ?? '';
    show(asked);
  };
  const changed = () => {
    if (!form.offsetParent) return;
    const given = pairsOf(boxes).map(([name, box]) => [name, box.value.trim()]);
    const asked = given.filter(([, value]) => value);
    show(fromPairs(asked));
    history.replaceState(null, '', asked[0] ? `${ASKED}${new URLSearchParams(asked)}` : '#');
  };
  form.hidden = false;
  for (const one of [form, query]) on(one, 'input', changed);
  onWindow('hashchange', read);
  read();
}

/** Every entry that can be found, and all words of their titles and texts. */
function indexOf(everything) {
  const entries = all('.group', everything).flatMap((group) => {
    const [head, ...things] = [find('h3', group), ...all('.thing', group)];
    const of = textOf(head);
    return [entryOf(head, '', 80), ...things.map((thing) => entryOf(thing, of, find('[href^=codes]', group) ? 24 : 0))];
  });
  const texts = entries.map(({ inTitle, inCode, inText }) => `${inTitle} ${inCode} ${inText}`);
  return { entries, vocabulary: new Set(texts.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))) };
}

function entryOf(element, of, weight) {
  const link = find('a', element);
  const { state = '', tags = '', also = '' } = element.dataset;
  const code = find('.symptom', element)?.textContent ?? '';
  const title = textOf(link);
  return {
    href: link.getAttribute('href'),
    title,
    code,
    text: also,
    inTitle: folding(title),
    inCode: folding(code),
    inText: folding(also),
    of,
    state,
    tags: tags.split(', '),
    weight,
  };
}

/** The entries with all terms, the best first. If there are none, similar spellings take the place of unknown words. */
function resultsOf(entries, query, { vocabulary, synonyms }) {
  const terms = termsOf(query, synonyms);
  const ordered = (wanted) => {
    if (!wanted[0]) return entries;
    const points = new Map(entries.map((entry) => [entry, pointsOf(entry, wanted, query)]));
    return entries.filter((entry) => points.get(entry) > 0).sort((a, b) => points.get(b) - points.get(a));
  };
  const results = ordered(terms);
  if (results[0]) return { results, terms };
  const known = (term) => entries.some((entry) => pointsOf(entry, [term], '') > 0);
  const corrected = termsOf(
    terms.flatMap((term) => (known(term) ? [term.word] : nearest(term.word, vocabulary))).join(' '),
    synonyms,
  );
  const similar = corrected[0] ? ordered(corrected) : [];
  const [near] = similar;
  return { results: similar, terms: near ? corrected : terms, near };
}

function resultOf({ href, title, code, text, of }, pattern) {
  const item = element('li', '', 'result');
  const link = element('a');
  link.href = href;
  item.append(addHighlighted(link, title, pattern), ' ');
  if (code) item.append(element('code', code, 'symptom'), ' ');
  item.append(element('span', of, 'muted'));
  item.append(addHighlighted(element('p', '', 'snippet'), snippetOf(text, pattern), pattern));
  return item;
}

/** What was found, and what the search has understood. */
function explained({ results, also, instead, nothing, comma, quoted }, asked, { results: found, terms, near }) {
  const others = terms.flatMap((term) => term.others);
  const words = terms.map(({ word }) => word);
  if (!found[0])
    return filled(nothing, { words: [...words, ...others].map((word) => filled(quoted, { word })).join(comma) });
  return [
    near ? filled(instead, { asked, used: words.join(' ') }) : '',
    filled(results, { count: found.length }),
    others[0] ? filled(also, { words: others.join(comma) }) : '',
  ].join(' ');
}
