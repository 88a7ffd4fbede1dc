// Where the reader is: the contents mark the part, and links to the page in another language keep the place and the query.

import { all, byId, find, isAsked, lastBegun, on, onWindow, top } from '../dom.mjs';

const links = all('.contents a');
onWindow('scroll', () => {
  const read = lastBegun(links.map(({ hash }) => byId(hash.slice(1))));
  for (const link of links) link.ariaCurrent = link.hash === `#${read?.id}` || null;
});

for (const link of all('.language')) {
  on(link, 'click', () => {
    link.hash = isAsked() ? location.hash : placeBeingRead();
  });
}

/** The anchor in the address, if its target is in the upper third of the window. Otherwise the last one that has begun. */
function placeBeingRead() {
  const asked = find(':target');
  if (asked && top(asked) >= 0 && lastBegun([asked])) return asked.id;
  return scrollY > 0 ? (lastBegun(all('main [id]'))?.id ?? '') : '';
}
