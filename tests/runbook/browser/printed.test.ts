import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { recordIn } from '../../../src/evidence/records';
import { englishWords, wordsOf } from '../../../src/fact';
import { FACT_TEXTS } from '../../../steps/support/fact-texts';
import { execute, withPrograms } from '../../support/programs';
import { sampled } from '../page-sample';
import { fullRun } from '../whole-run/full-run';
import { InBrowser, mayBeLeftOut, missing } from './chromium';

/** Where a page of a procedure says what was done, given, seen and refused. */
const SAID = [
  ...['h1', 'main h2', 'main h3.rule', '.step-text', '.example-name', '.example-step > span:nth-child(2)', '.prose'],
  ...['.values th', '.values td', '.refusal > p', '.found li > p', '.entry dd > p', '.record td', '.change li > span'],
].join(', ');

/** The form for site-specific values is useless on paper; its values are printed if there is a script. */
const ON_SCREEN = '.yours';

describe('What is printed', () => {
  const { messages, files } = fullRun();
  const browser = new InBrowser(files);
  const folder = mkdtempSync(join(tmpdir(), 'runbook-printed-'));
  after(() => rmSync(folder, { recursive: true }));
  mayBeLeftOut('everything is printed');

  /** Plans have separate pages, which arrange the steps of their scenarios by stages. */
  const ofFeatures = messages.filter(({ pickle }) => !pickle?.uri.startsWith('plans/'));
  const inEnglish = [...files.keys()].filter((name) => name.startsWith('procedure-'));
  const shown = (names: readonly string[], selector: string) =>
    names.flatMap((name) =>
      parse(files.get(name) ?? '')
        .querySelectorAll(selector)
        .filter((one) => !one.closest(ON_SCREEN))
        .map(({ text }) => text),
    );

  it('begins with pages that show each step of each scenario once, with its values', () => {
    const said = stepsIn(ofFeatures);
    expect(
      shown(inEnglish, '.executed, .prerequisites .step-text, .example-step > span:nth-child(2)').sort(),
    ).to.deep.equal([...said].sort());
    expect(said.length).to.be.above(1000);
  });

  it('begins with pages that name each scenario, and say each refusal', () => {
    const names = shown(inEnglish, '.example-name, .procedure > h2, .procedure .walk-name');
    expect(
      ofFeatures.flatMap(({ pickle }) => (pickle && !names.includes(pickle.name) ? [pickle.name] : [])),
    ).to.deep.equal([]);
    const refusals = shown(inEnglish, '.refusal').map(compressed);
    const unsaid = refusalsIn(messages).filter((text) => !refusals.some((one) => one.includes(compressed(text))));
    expect(unsaid).to.deep.equal([]);
    expect(refusalsIn(messages).length).to.be.above(50);
  });

  const third = (names: readonly string[]) => names.filter((_, index) => index % 3 === 0);
  const documented = inEnglish.filter((name) => parse(files.get(name) ?? '').querySelector('.glance'));
  const inChinese = documented.map((name) => `zh-TW/${name}`);
  for (const [which, names] of [
    ['a page of scenarios says, in English', sampled(inEnglish, third(inEnglish))],
    ['a page of a documented procedure says, in Chinese', sampled(inChinese, third(inChinese))],
  ] as const) {
    it(`is everything that ${which}`, { skip: missing }, async (t) => {
      const texts = new Map<string, string>();
      const { page, show } = await browser.open('index.html', { javaScriptEnabled: false });
      for (const name of names) {
        await show(name);
        const path = join(folder, `${texts.size}.pdf`);
        await page.pdf({ path, format: 'A4' });
        texts.set(name, path);
      }
      await browser.release(page);
      expect(texts.size).to.be.above(2);
      withPrograms(t, ['pdftotext'], () => {
        const lost = [...texts].flatMap(([name, path]) => {
          const read = execute('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-']);
          expect(read.status, read.all).to.equal(0);
          return lostFrom(compressed(withoutRunningHeads(read.stdout)), shown([name], SAID)).map(
            (text) => `${name}: ${text}`,
          );
        });
        expect(lost).to.deep.equal([]);
      });
    });
  }
});

/** The steps of all scenarios, each with the values that it had. */
function stepsIn(messages: readonly Envelope[]): readonly string[] {
  const values = new Map<string, Readonly<Record<string, string>>>();
  for (const { attachment } of messages) {
    const record = attachment && recordIn(attachment);
    if (record?.kind === 'values') values.set(attachment?.testStepId ?? '', record.values);
  }
  const pickled = messages.flatMap(({ pickle }) => pickle?.steps.map(({ id, text }) => [id, text] as const) ?? []);
  const texts = new Map(pickled);
  return messages.flatMap(({ testCase }) =>
    (testCase?.testSteps ?? []).flatMap(({ id, pickleStepId }) => {
      const text = texts.get(pickleStepId ?? '');
      return text === undefined
        ? []
        : [text.replace(/\{([^{}]+)\}/g, (whole, name) => values.get(id)?.[name] ?? whole)];
    }),
  );
}

function refusalsIn(messages: readonly Envelope[]): readonly string[] {
  return messages.flatMap(({ attachment }) => {
    const record = attachment && recordIn(attachment);
    return record?.kind === 'refusal'
      ? [record.code, ...[record.detail, record.remedy].map((one) => wordsOf(one, englishWords(FACT_TEXTS)))]
      : [];
  });
}

/** The printed text without the title and the page number at the edge of each page, which divide a long text. */
function withoutRunningHeads(printed: string): string {
  const [first = '', ...others] = printed.split('\f');
  const [head = ''] = first.split('\n');
  return [first, ...others.map((page) => page.replace(`${head}\n`, '').replace(/^\d+ \/ \d+\n/, ''))].join('');
}

/** The texts that are printed less often than they occur on the page. */
function lostFrom(printed: string, texts: readonly string[]): readonly string[] {
  const wanted = new Map<string, number>();
  for (const text of texts.map(compressed)) wanted.set(text, (wanted.get(text) ?? 0) + 1);
  wanted.delete('');
  return [...wanted].flatMap(([text, times]) => (printed.split(text).length - 1 < times ? [text] : []));
}

/** Without what a line break and a style may change: blanks, capitals, widths. */
function compressed(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}
