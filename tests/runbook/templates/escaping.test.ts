import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { failureMessage, firstLine } from '../../../src/recording/model/failure-message';
import { compared } from '../../../src/runbook/comparison/compare';
import { comparisonMarkdown } from '../../../src/runbook/pages/comparison-markdown';
import { renderComparison, renderRunbook } from '../../../src/runbook/pages/render';
import { runbookModel } from '../../../src/runbook/views/runbook-views';
import { english } from '../../../src/runbook/words/words';
import { chineseWords as chinese } from '../../translation/chinese';
import { InBrowser, mayBeLeftOut, missing } from '../browser/chromium';
import { recordSample, sampleLedger, templates } from '../sample';
import { HOSTILE, hostileAttachments, hostileStream } from './hostile';

const sample = recordSample();

const how = templates();
const kinds = Object.entries(HOSTILE).map(([kind, text], index) => {
  const stream = hostileStream(sample, text);
  const messages = [...stream, ...hostileAttachments(stream, text)];
  const comparison = compared(sample, messages);
  const files = new Map([
    ...renderRunbook(runbookModel(messages, sampleLedger()), how),
    ['diff.html', renderComparison(comparison, how)],
    ['zh-TW/diff.html', renderComparison(comparison, how, { words: chinese })],
  ]);
  const inFolder = new Map([...files].map(([name, html]) => [`${index}/${name}`, html]));
  return { kind, text, messages, comparison, files: inFolder };
});

describe('No name, text or attachment does anything on a page but stand there', () => {
  mayBeLeftOut('hostile names are looked at');
  const browser = new InBrowser(new Map(kinds.flatMap(({ files }) => [...files])));
  for (const [index, { kind, text, messages, comparison, files }] of kinds.entries()) {
    describe(kind, () => {
      it('runs nothing, asks for nothing, leads nowhere, is shown as it is at 320 px', { skip: missing }, async () => {
        const shown: string[] = [];
        const narrow = { bypassCSP: true, viewport: { width: 320, height: 640 } };
        const { page, requests, complaints, show } = await browser.open(`${index}/index.html`, narrow);
        for (const file of files.keys()) {
          await show(file);
          const { said, ...found } = await page.evaluate<{ readonly said: string }>(SHOWN);
          expect(found, file).to.deep.equal({ ran: undefined, foreign: [], sideways: 0, turned: [] });
          expect({ requests, complaints }).to.deep.equal({ requests: [browser.address(file)], complaints: [] });
          shown.push(squeezed(said));
        }
        await browser.release(page);
        const all = shown.join('\n');
        for (const said of textsOf(messages)) expect(all.includes(squeezed(said)), said.slice(0, 300)).to.equal(true);
        expect(all.split(squeezed(text)).length).to.be.above(100);
      });

      it('stays text in Markdown', () => {
        const outside = comparisonMarkdown(comparison, english).replace(/(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)/gs, '');
        expect(outside).not.to.match(/(?<!\\)[<[]/);
      });
    });
  }
});

/** Elements that no page contains by itself, attributes that would run code, and external links. */
const FOREIGN = `(() => {
  const allowed = /^(#|data:image\\/|data:application\\/|[a-z0-9-]+\\.html(#|$)|https:\\/\\/example\\.com\\/)/;
  const own = document.querySelectorAll('body script').length > 1 ? ['script'] : [];
  const foreign = [...document.querySelectorAll('iframe, object, embed, base, link, form:not(.search, .seek), textarea, svg[onload]')];
  const running = [...document.querySelectorAll('*')].filter((element) =>
    [...element.attributes].some(({ name, value }) => /^on/.test(name)
      || (/^(href|src|action)$/.test(name) && !allowed.test(value))));
  return [...own, ...[...foreign, ...running].map((element) => element.outerHTML.slice(0, 200))];
})()`;

/** Names beside other text, whose marks of writing direction would affect that text. */
const TURNED = `[...document.querySelectorAll('.example-name, .cell, .step-text, .machines, .server, main a, nav a')]
  .filter((name) => getComputedStyle(name).unicodeBidi !== 'isolate').map((name) => name.textContent)`;

/** What a page did and shows, in one evaluation: each one costs a few milliseconds, and there are many pages. */
const SHOWN = `({
  ran: window.ran,
  foreign: ${FOREIGN},
  sideways: document.documentElement.scrollWidth - innerWidth,
  turned: ${TURNED},
  said: document.body.textContent,
})`;

/** Names and error messages in the stream. */
function textsOf(messages: readonly Envelope[]): readonly string[] {
  const pickles = messages.flatMap(({ pickle }) => pickle ?? []);
  const features = messages.flatMap(({ gherkinDocument }) => gherkinDocument?.feature ?? []);
  const failures = messages.flatMap(({ testStepFinished }) =>
    firstLine(failureMessage(testStepFinished?.testStepResult.message)),
  );
  return [
    ...features.map(({ name }) => name),
    ...pickles.map(({ name }) => name),
    ...pickles.flatMap(({ steps }) => steps.map(({ text }) => text)),
    ...failures,
  ];
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
