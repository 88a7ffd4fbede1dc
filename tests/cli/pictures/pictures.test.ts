import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { openBrowser } from '../../../src/cli/pictures/picture-browser';
import { recordIn, type WindowShot } from '../../../src/evidence/records';
import { CHROMIUM, mayBeLeftOut, missing } from '../../runbook/browser/chromium';
import { inTemporaryFolder, inTemporaryFolderAsync, rehearse } from '../../support/rehearse';

/** `rehearse run --browser`: pictures of the web pages in a real browser, in place of the drawn ones. */

const FEATURE = 'features/internal-edge/01-download-the-certification-chain.feature';

mayBeLeftOut('a run takes pictures of web pages');

describe('rehearse run --browser', () => {
  it('shows the pages as the browser draws them, also from the messages', { skip: missing }, () => {
    inTemporaryFolder((folder) => {
      const out = join(folder, 'reports');
      const ran = rehearse(['run', FEATURE, '--browser', CHROMIUM, '--out', out]);
      expect(ran.status, ran.stderr).to.equal(0);
      const messages = readFileSync(join(out, 'messages.ndjson'), 'utf8');
      const shots = shotsIn(messages);
      const [pages, others] = [shots.filter(({ picture }) => picture), shots.filter(({ picture }) => !picture)];
      expect(new Set(pages.map(({ title }) => title))).to.deep.equal(new Set(['Internet Explorer']));
      expect(others.map(({ page }) => page))
        .to.include('Save As')
        .and.not.include('Welcome');
      expect(messages).to.not.contain('<!DOCTYPE');
      const runbook = pagesOf(join(out, 'runbook'));
      const page = [...runbook.values()].find((html) => html.includes('class="taken"')) ?? '';
      expect(page).to.match(
        /<img class="taken" src="data:image\/png;base64,[^"]+" width="560" height="\d+" alt="[^"]+">/,
      );
      expect(page).to.match(/The page as it looks in <span translate="no">Chromium \d/);
      const again = join(folder, 'again');
      expect(rehearse(['render', join(out, 'messages.ndjson'), '--out', again]).status).to.equal(0);
      expect(pagesOf(join(again, 'runbook'))).to.deep.equal(runbook);
    });
  });

  it('takes the same picture of a page each time, with the form filled in', { skip: missing }, async () => {
    const html = `<!DOCTYPE html><title>Form</title><base href="/certsrv/"><p id="locPageTitle"><b>Form</b></p>
<form><textarea name="CertRequest"></textarea><select name="lbCertTemplate"><option value="a">A<option value="b">B</select>
<input type="radio" name="rbEncoding" id="rbDerEnc" checked><input type="radio" name="rbEncoding" id="rbB64Enc"></form>
<img src="https://elsewhere.example/picture.png" alt="">`;
    const address = 'https://ca01.contoso.com/certsrv/certrqxt.asp';
    const forms = [{}, { CertRequest: 'MIIC' }, { lbCertTemplate: 'b' }, { rbEncoding: 'rbB64Enc', unknown: '' }];
    const runs: string[][] = [];
    for (const _ of [1, 2]) {
      const browser = await openBrowser(CHROMIUM);
      const pictures: string[] = [];
      for (const form of forms) pictures.push((await browser.picture({ address, html, form })).toString('base64'));
      await browser.close();
      runs.push(pictures);
    }
    expect(runs[1]).to.deep.equal(runs[0]);
    expect(new Set(runs[0]).size).to.equal(forms.length);
  });

  it('says what is missing before it executes anything', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const out = join(folder, 'reports');
      const ran = rehearse(['run', FEATURE, '--browser', join(folder, 'chromium'), '--out', out]);
      expect([ran.status, ran.stdout]).to.deep.equal([2, '']);
      expect(ran.stderr).to.match(
        /error: there is no browser .*chromium; give the path of Chromium or Google Chrome\n$/,
      );
      expect(readdirSync(folder)).to.deep.equal([]);
      const failed = await openBrowser('/bin/true').catch((error) => error.message);
      expect(failed).to.match(/^\/bin\/true does not start as a browser \(.+\); give the path of Chromium/);
    });
  });
});

function shotsIn(messages: string): readonly WindowShot[] {
  return messages.split('\n').flatMap((line) => {
    const { attachment } = line === '' ? {} : JSON.parse(line);
    const record = attachment && recordIn(attachment);
    return record?.kind === 'window' ? record.shots : [];
  });
}

function pagesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
