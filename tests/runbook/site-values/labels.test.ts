import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { fullRun } from '../whole-run/full-run';

describe('The fields of your values', () => {
  for (const folder of ['', 'zh-TW/']) {
    it(`have different labels on ${folder}procedure-create-the-certificate-request.html`, () => {
      const page = parse(fullRun().files.get(`${folder}procedure-create-the-certificate-request.html`) ?? '');
      const labels = page.querySelectorAll('.yours label').map(({ text }) => text);
      expect(labels).to.include.members(['Edge Server 1', 'Edge Server 2', 'Edge Server 3']);
      expect(labels).to.deep.equal([...new Set(labels)]);
    });
  }
});

describe('The list of files', () => {
  it('names the scenario that made each file, with a link to it', () => {
    const page = parse(fullRun().files.get('files.html') ?? '');
    const files = page.querySelectorAll('.files li');
    expect(files.length).to.be.greaterThan(10);
    const unnamed = files.filter(({ text }) => !/Example: \S/.test(text));
    expect(unnamed.map(({ text }) => text)).to.deep.equal([]);
    const [, second] = files.filter(({ text }) => text.includes('edge-internal') && text.includes('.req'));
    expect(second?.querySelector('a:not(.download)')?.getAttribute('href')).to.match(/\.html#/);
  });
});
