import { describe, it } from 'node:test';
import { expect } from 'chai';
import { compared } from '../../../src/runbook/comparison/compare';
import { fileOf, SINGLE_PAGES } from '../../../src/runbook/outline/page-files';
import { renderComparison } from '../../../src/runbook/pages/render';
import { sampled } from '../page-sample';
import { templates } from '../sample';
import { unsettled } from '../unsettled';
import { fullRun, renderedAgain } from '../whole-run/full-run';
import { accessibilityViolations, unfolded } from './axe';
import { InBrowser, mayBeLeftOut, missing } from './chromium';
import { headingGaps, leapsOfFocus, smallTargets } from './operability';

const PROCEDURE = 'procedure-create-the-certificate-request.html';
const PLAN = 'plan-edgepool.contoso.com.html';
/** The plan of a pool of one server: the same kinds of steps, and fewer of them. */
const SMALL_PLAN = 'plan-dub-edge01.contoso.com.html';

/**
 * One page of each kind, and the longest procedure for all of them: it has every kind of step, window, failure and
 * certificate. The file of all pages is looked at in the small: here it would only repeat these.
 */
const KINDS = [...SINGLE_PAGES.map(fileOf), PROCEDURE, PLAN];

/** Lists and tables as on other pages. The test of the sample runbook looks at them, too. */
const LISTS = ['do.html', 'files.html', 'findings.html', 'glossary.html', 'reference.html', 'review.html'];

/** The densest pages show whether Chinese texts fit. */
const DENSE = ['index.html', 'troubleshooting.html', PROCEDURE];

/** The kinds on which something looks otherwise where not everything holds. */
const UNSETTLED = ['index.html', 'coverage.html', PROCEDURE];

describe('Everybody can read what a whole run says', () => {
  const { messages, files } = fullRun();
  const other = unsettled(messages);
  const again = renderedAgain(other, '--language', 'en,zh-TW');
  const diff = renderComparison(compared(messages, other), templates());
  const all = new Map([
    ...files,
    ...[...again].map(([name, html]) => [`unsettled/${name}`, html] as const),
    ['diff.html', diff],
  ]);
  const browser = new InBrowser(all);
  mayBeLeftOut('the pages of a whole run are looked at');

  it('and knows every state on the pages on which not everything holds', () => {
    const page = again.get(PROCEDURE) ?? '';
    for (const state of ['failing', 'skipped', 'stale', 'not-applicable']) expect(page).to.include(`mark-${state}"`);
  });

  /** The pages, each with the page whose kinds of elements axe looks at again in light colours only. */
  const looked: readonly (readonly [name: string, like?: string])[] = [
    ...sampled(
      [...KINDS, SMALL_PLAN],
      [...KINDS.filter((name) => !LISTS.includes(name) && name !== PLAN), SMALL_PLAN],
    ).map((name) => [name] as const),
    ...sampled(KINDS, DENSE).map((name) => [`zh-TW/${name}`, name] as const),
    ...sampled(UNSETTLED, ['index.html', 'coverage.html']).map((name) => [`unsettled/${name}`, name] as const),
    ...sampled(UNSETTLED, []).map((name) => [`unsettled/zh-TW/${name}`, name] as const),
    ['diff.html'],
  ];
  for (const [name, like] of looked) {
    it(`${name} has no accessibility violation in any appearance`, { skip: missing }, async () => {
      const { page, scope } = await unfolded(browser, name, like);
      expect(await headingGaps(page)).to.deep.equal([]);
      expect(await smallTargets(page)).to.deep.equal([]);
      expect(await accessibilityViolations(page, scope)).to.deep.equal([]);
      await browser.release(page);
    });
  }

  const walked = ['index.html', PLAN, SMALL_PLAN, PROCEDURE, `unsettled/zh-TW/${PROCEDURE}`];
  for (const name of sampled(walked, ['index.html', SMALL_PLAN, PROCEDURE])) {
    it(`${name} is gone through by the keyboard in the order in which it is seen`, { skip: missing }, async () => {
      const { page } = await browser.open(name);
      const { stops, leaps } = await leapsOfFocus(page);
      expect(leaps).to.deep.equal([]);
      expect(stops).to.be.above(10);
      await browser.release(page);
    });
  }
});
