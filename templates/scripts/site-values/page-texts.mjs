import { all, element } from '../dom.mjs';
import { written } from './forms.mjs';

/**
 * The parts of a page whose text does not change here: recorded evidence, what describes it, the links to fields, and what
 * the change record draws again.
 */
const KEPT =
  'script, .yours, .field, .recorded, .masthead, .languages, [href^="#value-"], .place, .change-record tbody';

/** A text beside links to fields has no more values: they were found in the whole text. */
const DIVIDED = ':has(> [href^="#value-"])';

/** Marks of a verified result. The legend keeps its marks, since it explains them. */
const VERIFIED = ':is(.mark-verified, .mark-refused, .mark-stale):not([aria-labelledby="legend"] *)';

/**
 * Finds the texts and marks of a page that change with the reader's values. Returns what shows each text with other
 * values, and the marks of adapted or of verified texts.
 *
 * @param badge the mark of a text that was adapted
 */
export function pageTexts(values, badge, { short, recorded }) {
  const { found, example } = values;
  // a text node has a whole value
  for (const place of all('wbr')) place.remove();
  document.body.normalize();
  const texts = textsWith(found.any);
  const links = all('[href^="#value-"]').map((link) => {
    const { firstChild, dataset } = link;
    return [firstChild, firstChild.data, link.hash.slice('#value-'.length), dataset];
  });
  const marks = all(VERIFIED).map((mark) => [mark, adaptedMark(mark, badge, short)]);
  const chosenInstead = [];
  for (const part of all('.recorded')) {
    const before = part.previousElementSibling;
    if (!before?.matches('.recorded')) part.before(element('p', recorded, 'of-example'));
  }
  return (adapted, shown) => {
    for (const [from, to] of chosenInstead.splice(0)) choose(to, from);
    for (const [node, text, number, { as, quoted }] of links)
      node.data = shown[number] === example[number] ? text : written(shown[number], as, quoted);
    for (const [node, text] of texts) {
      node.data = adapted ? values.replace(text, found, shown) : text;
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
    const { parentElement: parent } = node;
    if (node.data.search(any) >= 0 && !parent.matches(DIVIDED) && !parent.closest(KEPT)) texts.push([node, node.data]);
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
  for (const name of ['selected', 'used']) to.classList.toggle(name, from.classList.contains(name));
  from.classList.remove('selected', 'used');
}
