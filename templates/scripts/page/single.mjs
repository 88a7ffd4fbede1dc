// All pages in one file: shows one of them at a time, and the title follows.

import { addressed, all, find, isAsked, onWindow } from '../dom.mjs';

const pages = all('.whole');
const [first] = pages;

/** The page of the address: the one with the anchor, the results of a search, or else the first. */
function asked() {
  return (isAsked() ? find('form.search') : addressed())?.closest('.whole') ?? first;
}

function show() {
  const page = asked();
  for (const one of pages) one.classList.toggle('shown', one === page);
  document.title = page.dataset.title;
  for (const link of all('.top a, .site a')) {
    link.ariaCurrent = link.hash === `#${page.id}` ? 'page' : null;
  }
  if (location.hash === `#${page.id}` || page === first) scrollTo(0, 0);
}
onWindow('hashchange', show);
show();
