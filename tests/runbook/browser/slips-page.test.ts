import { describe, it } from 'node:test';
import { expect } from 'chai';
import { renderSlips } from '../../../src/runbook/pages/render';
import { slipContext } from '../../../src/runbook/views/slips/slip-context';
import { slipSheet } from '../../../src/runbook/views/slips/slip-sheet';
import { english } from '../../../src/runbook/words/words';
import { templates } from '../sample';
import { TABLE } from '../slips/sample-slips';
import { accessibilityViolations } from './axe';
import { InBrowser, mayBeLeftOut, missing } from './chromium';

const PAGE = 'slips.html';

describe('The worksheet of slips in a browser', () => {
  const sheet = slipSheet(slipContext(TABLE, english));
  const browser = new InBrowser(new Map([[PAGE, renderSlips(TABLE.environment, sheet, templates())]]));
  mayBeLeftOut('accessibility and reflow are looked at');

  it('can be read by everybody, and asks for nothing', { skip: missing }, async () => {
    const { page, requests, complaints } = await browser.open(PAGE, { bypassCSP: true });
    expect(await accessibilityViolations(page)).to.deep.equal([]);
    expect({ requests, complaints }).to.deep.equal({ requests: [browser.address(PAGE)], complaints: [] });
    await browser.release(page);
  });
});
