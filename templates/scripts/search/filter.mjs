// The page of symptoms: shows the cards with all words that are typed.
import { folding } from './text.mjs';

const box = document.getElementById('seen');
if (box) {
  const said = document.getElementById('seen-count');
  const groups = [...document.querySelectorAll('.stage-of-failures')].map((group) => ({
    group,
    cards: [...group.querySelectorAll('.card')].map((card) => ({ card, text: folding(card.textContent) })),
  }));
  box.closest('p').hidden = false;
  box.addEventListener('input', () => {
    const parts = folding(box.value).split(/\s+/).filter(Boolean);
    let all = 0;
    for (const { group, cards } of groups) {
      let shown = 0;
      for (const { card, text } of cards) {
        card.hidden = !parts.every((part) => text.includes(part));
        if (!card.hidden) shown += 1;
      }
      group.hidden = shown === 0;
      all += shown;
    }
    said.textContent = parts.length > 0 ? said.dataset.count.replace('{count}', all) : '';
  });
}
