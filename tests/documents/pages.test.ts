import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { documentPage } from '../../scripts/documents/document-page';
import { documentPages } from '../../scripts/documents/document-site';
import { accessibilityViolations } from '../runbook/browser/axe';
import { InBrowser, mayBeLeftOut, missing } from '../runbook/browser/chromium';
import { ROOT } from '../support/root';

const PAGES = documentPages();
const REPOSITORY = 'https://github.com/certificate-rehearsal/certificate-rehearsal/blob/main/';

describe('The pages of the documents', () => {
  const browser = new InBrowser(PAGES);
  mayBeLeftOut('the pages of the documents are not looked at');

  it('have no dead links and no dead anchors', () => {
    const dead = [...PAGES].flatMap(([path, html]) =>
      parse(html)
        .querySelectorAll('a[href], img')
        .map((link) => link.getAttribute('href') ?? link.getAttribute('src') ?? '')
        .filter((href) => !leads(path, href))
        .map((href) => `${path}: ${href}`),
    );
    expect(dead).to.deep.equal([]);
  });

  it('have no accessibility violation', { skip: missing }, async () => {
    for (const name of ['docs/zh-TW/README.html', 'README.html']) {
      const { page } = await browser.open(name, { bypassCSP: true });
      expect(await accessibilityViolations(page), name).to.deep.equal([]);
      await browser.release(page);
    }
  });

  it('load nothing that is not beside them', { skip: missing }, async () => {
    const { page, requests, complaints } = await browser.open('docs/tutorials/first-rehearsal.html');
    expect({ requests, complaints }).to.deep.equal({
      requests: [browser.address('docs/tutorials/first-rehearsal.html')],
      complaints: [],
    });
    await browser.release(page);
  });
});

describe('The page of a document', () => {
  const site = { documents: new Set(['a.md']), folders: new Set<string>(), repository: 'https://r', stylesheet: '' };
  const bodyOf = (markdown: string): string =>
    parse(documentPage('b/c.md', markdown, site)).querySelector('main')?.innerHTML ?? '';

  it('numbers equal headings, as GitHub does', () => {
    const headings = parse(bodyOf('# A b\n\n## A b\n\n## `x`, y!\n')).querySelectorAll('[id]');
    expect(headings.map(({ id }) => id)).to.deep.equal(['a-b', 'a-b-1', 'x-y']);
  });

  it('links to pages, and to files in the repository', () => {
    const links = parse(bodyOf('# A\n\n[1](../a.md#x) [2](d.yaml) [3](https://e) [4](#a)\n')).querySelectorAll('a');
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal([
      '../a.html#x',
      'https://r/b/d.yaml',
      'https://e',
      '#a',
    ]);
  });

  it('shows markup in code as text', () => {
    expect(bodyOf('# A\n\n```sh\na < b & c\n```\n')).to.include('<code>a &lt; b &amp; c</code>');
  });

  it('must have a title', () => {
    expect(() => documentPage('b/c.md', 'text', site)).to.throw('b/c.md has no heading "# …"');
  });
});

/** Whether a link leads to a page and an anchor of it, to a file of the project, or out of the project. */
function leads(path: string, href: string): boolean {
  if (href.startsWith(REPOSITORY)) return existsSync(join(ROOT, href.slice(REPOSITORY.length).replace(/#.*$/, '')));
  if (/^[a-z]+:/.test(href)) return true;
  if (href.endsWith('.png')) return existsSync(join(ROOT, posix.dirname(path), href));
  const [file = '', anchor = ''] = href.split('#');
  const html = PAGES.get(file === '' ? path : posix.normalize(posix.join(posix.dirname(path), file)));
  return html !== undefined && (anchor === '' || parse(html).getElementById(decodeURIComponent(anchor)) !== null);
}
