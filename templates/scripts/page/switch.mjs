// Links to the page in another language keep the reader's place and query.

import { all, find, on } from '../dom.mjs';

for (const link of all('.language')) {
  on(link, 'click', () => {
    link.hash = location.hash.startsWith('#?') ? location.hash : placeBeingRead();
  });
}

/**
 * The anchor in the address, if its target is in the upper third of the window. Otherwise the last anchor that is above
 * or in the upper third; empty at the top of the page.
 */
function placeBeingRead() {
  const begins = (place) => place.getBoundingClientRect().top;
  const asked = find(':target');
  if (asked && begins(asked) >= 0 && begins(asked) <= innerHeight / 3) return asked.id;
  const places = all('main [id]').filter((place) => place.getClientRects().length > 0);
  const begun = places.filter((place) => begins(place) <= innerHeight / 3);
  return scrollY > 0 ? (begun.at(-1)?.id ?? '') : '';
}
