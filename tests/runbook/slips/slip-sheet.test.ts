import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type HTMLElement, parse } from 'node-html-parser';
import type { SlipTable } from '../../../src/evidence/slip-records';
import { renderSlips } from '../../../src/runbook/pages/render';
import { slipContext } from '../../../src/runbook/views/slips/slip-context';
import { slipSheet } from '../../../src/runbook/views/slips/slip-sheet';
import { staysEnglish } from '../../../src/runbook/words/stays-english';
import { english, type Words } from '../../../src/runbook/words/words';
import { SLIP_KINDS } from '../../../src/what-if/slip';
import { slipFact } from '../../../src/what-if/slips/slip-facts';
import { chineseWords } from '../../translation/chinese';
import { templates } from '../sample';
import { SLIPS, slipAt, TABLE } from './sample-slips';

const TEMPLATES = templates();

function htmlOf(words: Words, table: SlipTable = TABLE): string {
  const sheet = slipSheet(slipContext(table, words));
  return renderSlips(table.environment, sheet, TEMPLATES, { words });
}

const html = htmlOf(english);
const page = parse(html);
const chinese = parse(htmlOf(chineseWords));

function texts(element: HTMLElement | null, selector: string): readonly string[] {
  return (element?.querySelectorAll(selector) ?? []).map((one) => one.text.trim().replace(/\s+/g, ' '));
}

function sectionOf(id: string, of: HTMLElement = page): HTMLElement | null {
  return of.querySelector(`section[aria-labelledby="${id}"]`);
}

describe('The worksheet of slips', () => {
  it('is the same each time, loads nothing, and needs no script', () => {
    expect(htmlOf(english)).to.equal(html);
    const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    expect(policy).to.match(/^default-src 'none'; style-src 'sha256-[^']+'; img-src data:;/);
    expect(page.querySelectorAll('script, link, [src], [style], [hidden]')).to.deep.equal([]);
  });

  it('counts the slips by how they end, and the kinds among them by how likely they are', () => {
    expect(texts(sectionOf('slip-counts'), 'tbody tr')).to.deep.equal([
      '3Noticed: a machine refuseswrong value 3',
      '1Noticed: the screen is not as a step saysleft out 1',
      '1Noticed: a check of the plan failstoo late 1',
      '2Not noticed, and the judge finds something at the endleft out 1, other option 1',
      '1Not noticed: another end, without a findingother server 1',
      '2Not noticed: the same endleft out 2',
    ]);
    expect(page.querySelector('.outcome')?.text).to.match(
      /^10 slips were executed\. 5 are noticed .*, and 3 lead to a finding or an outage/,
    );
  });

  it('has for each consequence the slips that lead to it, the worst first, with check and repair', () => {
    const section = sectionOf('slip-outages');
    expect(texts(section, 'h3').map((text) => text.replace(/ (Error|Warning)$/, ''))).to.deep.equal([
      'Replication from fe01.contoso.com to edge01.contoso.com fails event 1015 Error Connections from fe01.contoso.com to edge01.contoso.com fail: Internal SEC_E_CERT_EXPIRED 0x80090328',
      'The certificate is not assigned, on edge02.contoso.com not-assigned',
      'An intermediate certificate in the store of the roots, on edge01.contoso.com intermediate-in-root-store',
    ]);
    const [replication, alone, together, ...both] = texts(section, 'li');
    expect(replication).to.include('Do it on edge02.contoso.com');
    expect(alone).to.include('certutil -store My').and.to.include('No repair was found');
    expect(together).to.match(/^1 The operator logs on .*Leave the step out.*together with.*4 .*Leave the step out$/);
    expect(both).to.have.lengthOf(2);
    expect(both[0]).to.include('Use "Cancel", not "Next"');
    expect(both[0]).to.include('Check: certutil -store Root on edge01.contoso.com, after step 3');
    expect(both[0]).to.include('Repair: "Import the certificate" on edge01.contoso.com');
  });

  it('says why nothing notices an omission, and names the steps without a reason last', () => {
    const section = sectionOf('slip-omissions');
    expect(texts(section, 'h3')).to.deep.equal([
      'The same account is still logged on to this server',
      'No reason is written for these steps',
    ]);
    expect(texts(section, 'li')).to.have.lengthOf(2);
  });

  it('has every slip at its step; slips with the same consequence share a row', () => {
    const rows = texts(sectionOf('slips-1'), 'tbody tr');
    expect(rows.filter((row) => /^\d /.test(row)).map((row) => row.charAt(0))).to.deep.equal(['1', '2', '3', '4']);
    const [mistyped = ''] = rows.filter((row) => row.includes('Enter "fle", not "file"'));
    expect(mistyped).to.match(/^after 5 stepsEnter "fle"/);
    expect(mistyped).to.include('A machine refuses step 4');
    expect(mistyped).to.include('file-not-found: There is no file C:\\fle');
    expect(mistyped).to.include('Do steps 2 to 3, then go on with step 4');
    const same = [
      ...SLIPS,
      ...['feil', 'fiel'].map((other) =>
        slipAt(4, { slip: 'other file', fact: slipFact('slip.file', { other, expected: 'file' }) }),
      ),
    ];
    const [last] =
      slipSheet(slipContext({ ...TABLE, slips: same }, english)).procedures[0]?.blocks[0]?.rows.slice(-1) ?? [];
    expect(last?.slips).to.have.lengthOf(3);
  });

  it('is in Chinese apart from commands, names and values', () => {
    for (const one of chinese.querySelectorAll('code, [translate="no"]')) one.remove();
    const said = texts(chinese, 'h1, h2, h3, h4, .outcome, p, th, td, li');
    expect(said.length).to.be.greaterThan(60);
    expect(said.filter((text) => staysEnglish(text, chineseWords))).to.deep.equal([]);
    expect(said.join('\n')).to.include('使用「Cancel（取消）」').and.to.include('延後 10 天');
  });

  it('names every kind of slip in each language', () => {
    for (const { slipKinds } of [english, chineseWords]) expect(slipKinds).to.have.all.keys(...SLIP_KINDS);
  });
});
