import { describe, it } from 'node:test';
import { expect } from 'chai';
import Handlebars from 'handlebars';
import { templateTexts } from '../../../scripts/pages/assets';
import { MARKUP, WHOLE_PAGES } from '../../../scripts/pages/template-compiler';
import { renderRunbook } from '../../../src/runbook/pages/render';
import { CALLABLE, type TemplateRuntime, type Templates } from '../../../src/runbook/pages/template-runtime';
import { runbookModel } from '../../../src/runbook/views/runbook-views';
import { chineseWords as chinese } from '../../translation/chinese';
import { recordSample, sampleLedger, TEMPLATES, templates } from '../sample';

describe('The translated templates', () => {
  const model = runbookModel(recordSample(), sampleLedger());
  const ours = templates();
  const handlebars = { ...ours, parts: byHandlebars() };

  for (const edition of [{}, { singleFile: true }, { words: chinese }]) {
    it(`give what Handlebars itself makes of them: ${JSON.stringify(Object.keys(edition))}`, () => {
      const pages = [...renderRunbook(model, ours, edition)];
      expect(pages).to.have.length.greaterThan(0);
      for (const [index, [path, html]] of [...renderRunbook(model, handlebars, edition)].entries())
        expect(plain(pages[index]?.[1]) === plain(html), path).to.equal(true);
    });
  }
});

/** HTML without escapes that only Handlebars writes, and without places for line breaks, which depend on escapes. */
function plain(html = ''): string {
  return html.replaceAll('&#x3D;', '=').replaceAll('&#x60;', '`').replaceAll('<wbr>', '');
}

/** The same templates, each compiled and filled in by Handlebars as it comes. */
function byHandlebars(): Templates {
  const environment = Handlebars.create();
  const options = { strict: true, preventIndent: true };
  const pages: readonly string[] = WHOLE_PAGES;
  const texts = Object.entries(templateTexts(TEMPLATES));
  for (const [name, text] of texts)
    environment.registerPartial(
      name,
      environment.compile(pages.includes(name) ? text : text.replace(/\n$/, ''), options),
    );
  const filled = texts.map(([name, text]) => {
    const template = environment.compile(text, options);
    return [name, (value: unknown, on: TemplateRuntime) => template(value, { helpers: helpersOf(on) })];
  });
  return Object.fromEntries(filled);
}

/** The helpers of a page, as Handlebars calls them: with its options behind what they were given. */
function helpersOf(on: TemplateRuntime): Record<string, Handlebars.HelperDelegate> {
  const own = CALLABLE.filter((name) => name !== 'lookup').map((name) => {
    const helper = (...given: unknown[]) => {
      const made = Reflect.apply(on[name], on, given.slice(0, -1));
      // A SafeString is an object and holds in a condition even when it is empty.
      return MARKUP.includes(name) && made !== '' ? new Handlebars.SafeString(String(made)) : made;
    };
    return [name, helper];
  });
  return Object.fromEntries(own);
}
