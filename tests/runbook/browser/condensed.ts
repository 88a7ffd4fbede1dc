import type { Page } from 'playwright-core';

/**
 * The kinds of elements on a page. The kind of an element is the path of tags, attributes and classes to it; styles and
 * rules depend on nothing else. Values of attributes count only where a style or a rule reads them.
 */
export function kindsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => { ${KINDS} return [...present()]; })()`);
}

/**
 * Removes repetitions from a page. The first item of each list, table or section stays. A later item is removed if all
 * its parts are of kinds that are known, or that the page shows before. Elements that others refer to, such as labels,
 * stay hidden on the page.
 *
 * @returns the unknown kinds that are no longer on the page; always empty unless this function is wrong
 */
export function condense(page: Page, known: readonly string[]): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(
    `(() => { ${KINDS} ${CONDENSE} return condensed(${JSON.stringify(known)}); })()`,
  );
}

const KINDS = `
  const VALUES = ['class', 'role', 'type', 'lang', 'scope', 'aria-hidden', 'aria-current', 'aria-invalid'];
  const kinds = new Map();
  const kindOf = (one) => {
    const earlier = kinds.get(one);
    if (earlier !== undefined) return earlier;
    const attributes = [...one.attributes].map(({ name, value }) => VALUES.includes(name) ? name + '=' + value : name);
    const says = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    const own = one.localName + '[' + attributes.sort() + ']' + (says ? 'text' : '');
    const kind = one === document.body ? own : kindOf(one.parentElement) + ' > ' + own;
    kinds.set(one, kind);
    return kind;
  };
  const withAllBelow = (one) => [one, ...one.querySelectorAll('*')];
  const present = () => new Set(withAllBelow(document.body).map(kindOf));`;

const CONDENSE = `
  const ITEMS = ['li', 'tr', 'dt', 'dd', 'p', 'pre', 'div', 'section', 'article', 'details', 'figure', 'option'];
  const REFERRING = ['for', 'headers', 'aria-labelledby', 'aria-describedby', 'aria-controls'];
  const referring = new Map();
  for (const name of REFERRING)
    for (const one of document.querySelectorAll('[' + name + ']'))
      for (const id of one.getAttribute(name).split(' ')) referring.set(id, [...(referring.get(id) ?? []), one]);
  const isNeeded = (one, item) =>
    (referring.get(one.id) ?? []).some((other) => other.isConnected && !item.contains(other));

  const condensed = (known) => {
    const seen = new Set(known);
    const hidden = Object.assign(document.createElement('div'), { hidden: true });
    const remove = (item, parts) => {
      for (const one of parts) if (isNeeded(one, item) && !hidden.contains(one)) hidden.append(one);
      item.remove();
    };
    const condense = (parent) => {
      const names = new Set();
      for (const child of [...parent.children]) {
        const isItem = names.has(child.localName) && ITEMS.includes(child.localName) && !child.querySelector('h1');
        const parts = isItem ? withAllBelow(child) : [];
        names.add(child.localName);
        if (parts.length > 0 && parts.every((one) => seen.has(kindOf(one)))) remove(child, parts);
        else {
          seen.add(kindOf(child));
          condense(child);
        }
      }
    };
    const before = present();
    condense(document.body);
    const after = present();
    document.body.append(hidden);
    return [...before].filter((kind) => !after.has(kind) && !known.includes(kind));
  };`;
