import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { templateTexts } from '../../scripts/pages/assets';
import { renderRunbook } from '../../src/runbook/pages/render';
import { runbookModel } from '../../src/runbook/views/runbook-views';
import { recordFeatures } from './recorded-features';
import { Rendered } from './rendered';
import { readStream, recordSample, sampleLedger, TEMPLATES, templates } from './sample';

const messages = recordSample();
const rendered = new Rendered(messages);
const single = new Rendered(messages, { singleFile: true });

const PAGES = [
  'index.html',
  'do.html',
  'procedure-request.html',
  'procedure-assign.html',
  'procedure-judgement.html',
  'troubleshooting.html',
  'review.html',
  'findings.html',
  'document.html',
  'coverage.html',
  'files.html',
  'about.html',
  'reference.html',
  'codes.html',
  'glossary.html',
  'search.html',
];

/** The bytes of the stylesheet that the next change may need. */
const ROOM = 600;

describe('The pages', () => {
  it('are the same, byte for byte, for the same messages', () => {
    expect(new Rendered(structuredClone(messages)).files).to.deep.equal(rendered.files);
    expect([...rendered.files.keys()]).to.deep.equal(PAGES);
  });

  it('are one file on request, with everything that the pages hold', () => {
    expect([...single.files.keys()]).to.deep.equal(['index.html']);
    const held = new Set(single.ids('index.html'));
    const lost = PAGES.flatMap((name) => rendered.ids(name)).filter((id) => !held.has(id) && id !== 'contents');
    expect(lost).to.deep.equal([]);
  });

  for (const [of, name] of [...PAGES.map((name) => [rendered, name] as const), [single, 'index.html'] as const]) {
    const title = of === single ? 'the single file' : name;
    const page = of.page(name);

    it(`${title} leads every link to something in the runbook, and every id stands once`, () => {
      const ids = of.ids(name);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).to.deep.equal([]);
      const targets = page.querySelectorAll('a, use').map((link) => link.getAttribute('href') ?? '');
      const dangling = targets.filter((href) => {
        const [file = '', id] = href.split('#');
        if (/^(data|https):/.test(href)) return false;
        return !of.files.has(file || name) || (id !== undefined && !of.ids(file || name).includes(id));
      });
      expect(dangling).to.deep.equal([]);
    });

    it(`${title} has headings without gaps, captions on all tables and scopes on all their heads`, () => {
      const levels = page.querySelectorAll('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1)));
      expect(levels[0]).to.equal(1);
      expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).to.deep.equal([]);
      expect(page.querySelectorAll('table').filter((table) => !table.querySelector('caption'))).to.deep.equal([]);
      expect(page.querySelectorAll('th').filter((cell) => !cell.getAttribute('scope'))).to.deep.equal([]);
    });

    it(`${title} allows its own stylesheet and script, and nothing else`, () => {
      const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
      const digest = (selector: string) =>
        createHash('sha256')
          .update(page.querySelector(selector)?.rawText ?? '')
          .digest('base64');
      expect(policy).to.equal(
        `default-src 'none'; style-src 'sha256-${digest('style')}'; script-src 'sha256-${digest('script')}'; ` +
          `img-src data:; base-uri 'none'; form-action 'none'`,
      );
      expect(page.querySelectorAll('script, style')).to.have.lengthOf(2);
      expect(page.querySelectorAll('[style], [onclick], link, iframe')).to.deep.equal([]);
      expect(of.files.get(name)).not.to.match(/\bsrc="(?!data:)/);
    });

    it(`${title} has the shapes of its marks, and no others`, () => {
      const used = page.querySelectorAll('use').map((use) => use.getAttribute('href')?.slice(1));
      expect(new Set(page.querySelectorAll('symbol').map(({ id }) => id))).to.deep.equal(new Set(used));
    });

    it(`${title} keeps its stylesheet below 24 KB with room for more, and its script below 20 KB`, () => {
      expect(Buffer.byteLength(page.querySelector('style')?.rawText ?? '')).to.be.within(1000, 24_576 - ROOM);
      expect(Buffer.byteLength(page.querySelector('script')?.rawText ?? '')).to.be.within(1000, 20_480);
    });
  }

  it('of procedures are below 60 KB when compressed', () => {
    const sizes = PAGES.filter((name) => name.startsWith('procedure-')).map(
      (name) => gzipSync(rendered.files.get(name) ?? '').length,
    );
    expect(Math.max(...sizes)).to.be.below(61_440);
  });

  it('lead to each other: each says which page of the runbook it is, and procedures know the procedures beside them', () => {
    for (const name of PAGES.filter((one) => !one.startsWith('procedure-'))) {
      expect(rendered.page(name).querySelector('[aria-current="page"]')?.getAttribute('href')).to.equal(name);
    }
    const links = rendered.page('procedure-assign.html').querySelectorAll('.neighbours a');
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal(['procedure-request.html']);
    expect(rendered.page('procedure-judgement.html').querySelectorAll('.neighbours a')).to.deep.equal([]);
  });
});

describe('Pages of features whose names are no Latin ones, or the same', () => {
  const feature = '# language: zh-TW\n功能: 憑證\n  場景: 要求\n    當 要求憑證\n';
  const named = (...names: readonly string[]) => {
    const texts = Object.fromEntries(names.map((name) => [name, feature]));
    const { procedures } = runbookModel(readStream(recordFeatures(texts)), []);
    return Object.fromEntries(procedures.map(({ uri, file, title }) => [uri, [file, title]]));
  };

  it('keep their addresses whichever others there are, and are told apart by their files', () => {
    expect(named('憑證.feature')).to.deep.equal({ '憑證.feature': ['feature-9690dad6.html', '憑證'] });
    expect(named('01-要求.feature', 'a/export.feature', 'b/export.feature', '憑證.feature')).to.deep.equal({
      '01-要求.feature': ['feature-7f31c793.html', '憑證 (01-要求.feature)'],
      'a/export.feature': ['feature-export.html', '憑證 (a/export.feature)'],
      'b/export.feature': ['feature-export-2.html', '憑證 (b/export.feature)'],
      '憑證.feature': ['feature-9690dad6.html', '憑證 (憑證.feature)'],
    });
  });
});

describe('Rendering', () => {
  const model = runbookModel(messages, sampleLedger());

  it('refuses a field that is missing', () => {
    const untitled = model.procedures.map(({ id: _, ...rest }) => rest) as unknown as typeof model.procedures;
    expect(() => [...renderRunbook({ ...model, procedures: untitled }, templates())]).to.throw(/"id" not defined/);
  });

  it('uses no unescaped output but for the stylesheet and the script', () => {
    const unescaped = Object.values(templateTexts(TEMPLATES)).flatMap((text) => text.match(/\{\{(\{|&)[^}]*/g) ?? []);
    expect([...new Set(unescaped)]).to.have.members(['{{{stylesheet', '{{{script']);
  });
});
