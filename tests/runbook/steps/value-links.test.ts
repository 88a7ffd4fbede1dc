import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type HTMLElement, NodeType, parse } from 'node-html-parser';
import { fullRun } from '../whole-run/full-run';

const { files } = fullRun();
const pages = [...files].filter(([name]) => /(?:^|\/)(?:plan|procedure)-/.test(name));

/** Also the elements in preformatted text. */
const READING = { blockTextElements: { script: true, style: true } };

/** The parts of a step in which each value leads to its field. */
const PARTS = '.step-title, .tags, .do, .machine > h3';

describe('The values of the environment in steps', () => {
  it('each lead to their field, on the pages of plans and procedures, in both languages', () => {
    let looked = 0;
    for (const [name, html] of pages) {
      const page = parse(html, READING);
      const servers = fieldsOn(page).filter(({ value }) => /^[a-z0-9-]+(?:\.[a-z0-9-]+){2,}$/.test(value));
      for (const part of page.querySelectorAll(PARTS))
        for (const text of textsOutsideLinks(part)) {
          const unlinked = servers.filter(({ value }) => new RegExp(`(?<![\\w.-])${value}(?![\\w.-])`).test(text));
          expect(unlinked, `${name}: ${text}`).to.deep.equal([]);
        }
      const fields = new Map(fieldsOn(page).map((field) => [`#${field.id}`, field]));
      for (const link of page.querySelectorAll('main a[href^="#value-"]')) {
        const field = fields.get(link.getAttribute('href') ?? '');
        expect(field, `${name}: ${link.outerHTML}`).not.to.equal(undefined);
        if (!link.getAttribute('data-as'))
          expect(link.text.replaceAll('`', '').toLowerCase()).to.equal(field?.value.toLowerCase());
        looked += 1;
      }
    }
    expect(looked).to.be.above(1000);
  });

  it('are shown with their fields where the browser runs no scripts: the fields are there, and cannot be changed', () => {
    for (const [name, html] of pages) {
      const section = parse(html).querySelector('.yours');
      expect(section?.hasAttribute('hidden'), name).to.equal(false);
      expect(section?.querySelectorAll('fieldset').every((set) => set.hasAttribute('disabled'))).to.equal(true);
      expect(section?.querySelector('noscript')?.text.trim(), name).not.to.equal('');
    }
  });
});

interface FieldOnPage {
  readonly id: string;
  readonly value: string;
}

function fieldsOn(page: HTMLElement): readonly FieldOnPage[] {
  return page.querySelectorAll('.yours input').map(({ id, parentNode }) => ({
    id,
    value: parentNode?.querySelector('code')?.text ?? '',
  }));
}

/** The texts of a part that are in no link, no recorded output and nothing else that is pressed. */
function textsOutsideLinks(part: HTMLElement): readonly string[] {
  if (
    ['A', 'SUMMARY'].includes(part.tagName) ||
    part.classNames.split(' ').some((name) => ['recorded', 'failure'].includes(name))
  )
    return [];
  return part.childNodes.flatMap((node) => {
    if (node.nodeType === NodeType.TEXT_NODE) return [node.text];
    return node.nodeType === NodeType.ELEMENT_NODE ? textsOutsideLinks(node as HTMLElement) : [];
  });
}
