// The search in the header: leads to the page of the results. The link to all pages is for readers without JavaScript.

import { ASKED, find, isAsked, on } from '../dom.mjs';

// scripts answer the forms of a page; none is sent anywhere
on(document, 'submit', (event) => event.preventDefault());

const form = find('.seek');
if (form) {
  form.hidden = false;
  find('.all-pages').classList.add('aside');
  on(form, 'submit', () => {
    const query = find('input', form).value.trim();
    const [page] = form.dataset.results.split('#');
    if (query && !isAsked()) location.href = `${page}${ASKED}${new URLSearchParams({ q: query })}`;
  });
}
