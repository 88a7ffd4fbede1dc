// Opens folded parts for printing, and when a link leads into them.

import { all, byId, on, root } from '../dom.mjs';

const folded = [];
on(window, 'beforeprint', () => {
  if (root.matches('[data-print]:not([data-print=evidence])')) return;
  for (const details of all('details:not([open])')) {
    details.open = true;
    folded.push(details);
  }
});
on(window, 'afterprint', () => {
  for (const details of folded.splice(0)) details.open = false;
});

/** Opens the folded parts around the target of the address. */
function reveal() {
  const target = byId(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let part = target; part; part = part.parentElement) if (part.localName === 'details') part.open = true;
  target.scrollIntoView();
}
on(window, 'hashchange', reveal);
reveal();
