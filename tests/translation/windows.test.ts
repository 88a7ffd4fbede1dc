import { describe, it } from 'node:test';
import { expect } from 'chai';
import { mediaTypeOf, type WindowRecord } from '../../src/evidence/records';
import { screenTextsOf } from '../../src/translation/screen';
import { fullRun } from '../runbook/whole-run/full-run';
import { report } from '../support/report';
import { englishOnScreen, recordsIn } from './screen-texts';

describe('The windows in the Chinese of Taiwan', () => {
  const { messages } = fullRun();

  it('have no English label, option or message', () => {
    const found = englishOnScreen(messages, 'contoso.yaml');
    report(
      'windows',
      found.map(({ text, at }) => ({ at, what: text })),
    );
  });

  it('are reported where one of them has an English label, column or message', () => {
    const [record] = recordsIn(messages).filter((one) => one.kind === 'window');
    const labels = ['Another button', 'Personal > Another store', 'Contoso Root CA | valid for a day', 'Summary: Done'];
    const found = labels.map((label) => englishOnScreen([...messages, windowWith(label, record)], 'contoso.yaml'));
    expect(found.map(([first]) => first?.text)).to.deep.equal(labels);
  });
});

/** A message with a window that has one control with this label. */
function windowWith(label: string, record: WindowRecord | undefined) {
  const shot = { title: 'Certificate', page: 'Certificate', used: [] };
  const shots = [{ ...shot, controls: [{ kind: 'button', label, available: true }] }];
  const body = JSON.stringify({ ...record, shots });
  const mediaType = mediaTypeOf('window');
  return { attachment: { body, mediaType, contentEncoding: 'IDENTITY' as never } };
}

describe('The texts of a screen', () => {
  const labels = new Map([
    ['File', '檔案'],
    ['Personal', '個人'],
  ]);
  const screen = { 'issued by {text}': '簽發者：{text}', Yes: '是' };
  const say = screenTextsOf({ screen }, (english) => labels.get(english));

  it('keep the data in them', () => {
    expect(say('issued by Contoso Root CA')).to.equal('簽發者：Contoso Root CA');
    expect(say('a.contoso.com | issued by Contoso CA | Yes')).to.equal('a.contoso.com | 簽發者：Contoso CA | 是');
    expect(say('File: C:\\a.cer; Personal: Yes')).to.equal('檔案：C:\\a.cer；個人：是');
    expect(say('Personal > Services')).to.equal('個人 > Services');
  });

  it('are unknown where they are data, or lines of output of which one is known', () => {
    expect(say('a.contoso.com')).to.equal(undefined);
    expect(say('C:\\File')).to.equal(undefined);
    expect(say('Get-Item\nFile: a.cer\ndone')).to.equal(undefined);
  });
});
