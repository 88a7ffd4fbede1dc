// The search in the header: leads to the page of the results. The link to all pages is for readers without JavaScript.

import { find, on } from '../dom.mjs';

const form = find('.seek');
if (form) {
  form.hidden = false;
  find('.all-pages').classList.add('aside');
  on(form, 'submit', (event) => {
    event.preventDefault();
    const query = find('input', form).value.trim();
    const [page] = form.dataset.results.split('#');
    if (query !== '' && !location.hash.startsWith('#?'))
      location.href = `${page}#?${new URLSearchParams({ q: query })}`;
  });
}
