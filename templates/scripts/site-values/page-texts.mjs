import { element } from '../element.mjs';

/** The parts of a page whose text does not change: recorded evidence, and what describes it. */
const KEPT = 'script, .yours, .recorded, .masthead, .languages';

/** Marks of a verified result. The legend keeps its marks, since it explains them. */
const VERIFIED = ':is(.mark-verified, .mark-refused, .mark-stale):not([aria-labelledby="legend"] *)';

/**
 * Finds the texts and marks of a page that change with the reader's values. Returns what shows each text as a function
 * gives it, and the marks of adapted or of verified texts.
 *
 * @param any an expression that finds any value
 * @param badge the mark of a text that was adapted
 */
export function pageTexts(any, badge, { short, recorded }) {
  const texts = textsWith(any);
  const marks = [...document.querySelectorAll(VERIFIED)].map((mark) => [mark, adaptedMark(mark, badge, short)]);
  const chosenInstead = [];
  for (const part of document.querySelectorAll('.recorded')) {
    const before = part.previousElementSibling;
    if (!before?.matches('.recorded')) part.before(element('p', recorded, 'of-example'));
  }
  return (adapted, textOf) => {
    for (const [from, to] of chosenInstead.splice(0)) choose(to, from);
    for (const [node, text] of texts) {
      node.data = textOf(text);
      const item = node.parentElement.closest('.selected');
      const same = item && sameItem(item);
      if (!same) continue;
      node.data = text;
      choose(item, same);
      chosenInstead.push([item, same]);
    }
    for (const [mark, other] of marks) (adapted ? mark : other).replaceWith(adapted ? other : mark);
  };
}

function textsWith(any) {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (node.data.search(any) >= 0 && !node.parentElement.closest(KEPT)) texts.push([node, node.data]);
  }
  return texts;
}

function adaptedMark(mark, badge, short) {
  const other = badge.cloneNode(true);
  if (!mark.closest('.facts, .proof > p')) other.lastChild.textContent = short;
  return other;
}

/** Another item of the same list with the same text: the list already has the reader's value. */
function sameItem(item) {
  return [...item.parentElement.children].find(
    (each) => each !== item && each.firstChild.textContent === item.firstChild.textContent,
  );
}

/** Marks another item of a pictured list as the selected one. */
function choose(from, to) {
  to.append(...[...from.childNodes].slice(1));
  for (const name of ['selected', 'used']) if (from.classList.contains(name)) to.classList.add(name);
  from.classList.remove('selected', 'used');
}
