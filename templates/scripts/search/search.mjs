/** The start of a fragment that contains a query. A page that is opened as a file has no query string. */
const ASKED = '#?';

const form = document.querySelector('form.search');
if (form) startSearch(form);

/** Finds entries of the index by parts of their words, by state and by tag. */
function startSearch(form) {
  const [query, state, tag] = ['query', 'only-state', 'only-tag'].map((id) => document.getElementById(id));
  const groups = [...document.querySelectorAll('.group')].map(searchable);
  const asked = new URLSearchParams(location.hash.startsWith(ASKED) ? location.hash.slice(ASKED.length) : '');
  query.value = asked.get('q') ?? '';
  state.value = asked.get('state') ?? '';
  tag.value = asked.get('tag') ?? '';
  const narrow = () => {
    const wanted = { parts: folding(query.value).split(/\s+/).filter(Boolean), state: state.value, tag: tag.value };
    const narrowed = wanted.parts.length > 0 || wanted.state !== '' || wanted.tag !== '';
    let shown = 0;
    for (const group of groups) shown += narrowGroup(group, wanted, narrowed);
    const count = form.querySelector('.count');
    count.textContent = narrowed ? `${shown} ${count.dataset.count}` : '';
    remember({ q: query.value, state: state.value, tag: tag.value });
  };
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', narrow);
  if (asked.size > 0) narrow();
}

/** A group of the index with the words and tags of its entries. */
function searchable(group) {
  const title = group.querySelector('h3').textContent;
  const things = [...group.querySelectorAll('.thing')].map((thing) => ({
    thing,
    words: folding(`${title} ${thing.textContent} ${thing.dataset.also}`),
    tags: thing.dataset.tags.split(', '),
  }));
  return { group, details: group.querySelector('details'), things };
}

/** Hides the entries of a group that were not asked for. Returns how many are shown. */
function narrowGroup({ group, details, things }, { parts, state, tag }, narrowed) {
  let shown = 0;
  for (const { thing, words, tags } of things) {
    const wanted =
      parts.every((part) => words.includes(part)) &&
      (state === '' || thing.dataset.state === state) &&
      (tag === '' || tags.includes(tag));
    thing.hidden = !wanted;
    if (wanted) shown += 1;
  }
  group.hidden = narrowed && shown === 0;
  details.open = narrowed;
  return shown;
}

/** The text in the form in which it is compared: full-width characters as half-width, capitals as small letters. */
function folding(text) {
  return text.normalize('NFKC').toLowerCase();
}

/** Puts the query into the address, so that the address can be passed on. */
function remember(asked) {
  const given = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  history.replaceState(null, '', given.size > 0 ? `${ASKED}${given}` : '#');
}
