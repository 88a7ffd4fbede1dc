// The index: finding things by any part of their words, by their state and by their tags.

/** How a fragment of the address begins that asks for something. A page that is opened as a file keeps no query. */
const ASKED = '#?';

const search = document.querySelector('form.search');
if (search) startSearch(search);

function startSearch(form) {
  const [query, state, tag] = ['query', 'only-state', 'only-tag'].map((id) => document.getElementById(id));
  const groups = [...document.querySelectorAll('.group')].map((group) => ({
    group,
    details: group.querySelector('details'),
    things: [...group.querySelectorAll('.thing')].map((thing) => ({
      thing,
      words: folding(`${group.querySelector('h3').textContent} ${thing.textContent} ${thing.dataset.also}`),
      tags: thing.dataset.tags.split(', '),
    })),
  }));
  const asked = new URLSearchParams(location.hash.startsWith(ASKED) ? location.hash.slice(ASKED.length) : '');
  query.value = asked.get('q') ?? '';
  state.value = asked.get('state') ?? '';
  tag.value = asked.get('tag') ?? '';
  const narrow = () => {
    const parts = folding(query.value).split(/\s+/).filter(Boolean);
    const narrowed = parts.length > 0 || state.value !== '' || tag.value !== '';
    let shown = 0;
    for (const { group, details, things } of groups) {
      let some = 0;
      for (const { thing, words, tags } of things) {
        const wanted =
          parts.every((part) => words.includes(part)) &&
          (state.value === '' || thing.dataset.state === state.value) &&
          (tag.value === '' || tags.includes(tag.value));
        thing.hidden = !wanted;
        if (wanted) some += 1;
      }
      group.hidden = narrowed && some === 0;
      details.open = narrowed;
      shown += some;
    }
    const count = form.querySelector('.count');
    count.textContent = narrowed ? `${shown} ${count.dataset.count}` : '';
    remember({ q: query.value, state: state.value, tag: tag.value });
  };
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', narrow);
  if ([...asked.keys()].length > 0) narrow();
}

/** Text as it is compared: full width as half width, capitals as small letters. */
function folding(text) {
  return text.normalize('NFKC').toLowerCase();
}

/** Keeps in the address what was asked for, so that it can be handed on. */
function remember(asked) {
  const given = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  history.replaceState(null, '', given.size > 0 ? `${ASKED}${given}` : '#');
}
