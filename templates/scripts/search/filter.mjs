// The page of symptoms: shows the cards with all words that are typed.
import { all, byId, filled, find, on } from '../dom.mjs';
import { folding } from './text.mjs';

const box = byId('seen');
if (box) {
  const SHOWN = '.card:not([hidden])';
  const said = byId('seen-count');
  const cards = all('.card').map((card) => [card, folding(card.textContent)]);
  box.closest('p').hidden = false;
  on(box, 'input', () => {
    const parts = folding(box.value).split(/\s+/).filter(Boolean);
    for (const [card, text] of cards) card.hidden = !parts.every((part) => text.includes(part));
    for (const group of all('.stage-of-failures')) group.hidden = !find(SHOWN, group);
    said.textContent = parts[0] ? filled(said.dataset.count, { count: all(SHOWN).length }) : '';
  });
}
