// Opens folded parts for printing, and when a link leads into them.

import { addressed, all, onWindow, root } from '../dom.mjs';

const folded = [];
onWindow('beforeprint', () => {
  if ((root.dataset.print ?? 'evidence') !== 'evidence') return;
  for (const details of all('details:not([open])')) {
    details.open = true;
    folded.push(details);
  }
});
onWindow('afterprint', () => {
  for (const details of folded.splice(0)) details.open = false;
});

/** Opens the folded parts around the target of the address. */
function reveal() {
  const target = addressed();
  if (!target) return;
  // other elements have no use for it
  for (let part = target; part; part = part.parentElement) part.open = true;
  target.scrollIntoView();
}
onWindow('hashchange', reveal);
reveal();
