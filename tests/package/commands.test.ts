import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { tryPackage } from '../../scripts/package-trial';
import { InstalledPackage } from './installed-package';

describe('The installed package in another project', () => {
  const installed = new InstalledPackage();
  after(() => installed.remove());
  const { commands, files } = tryPackage(installed.folder, process.execPath, ['--tags', '@procedure']);

  for (const { name, status, output, errors } of commands) {
    it(`does without an error: ${name}`, () => {
      expect(status, output + errors).to.equal(0);
    });
  }

  it('has written every kind of output, and renders the same pages again', () => {
    const paths = [...files.keys()];
    expect(paths).to.include.members([
      'rehearsal.yaml',
      'rehearsal.schema.json',
      'reports/messages.ndjson',
      'reports/junit.xml',
      'compared/diff.html',
      'compared/diff.md',
      'compared/diff.json',
    ]);
    const pages = paths.filter((path) => /^reports\/(runbook|artifacts)\//.test(path));
    expect(pages).to.include.members(['reports/runbook/index.html', 'reports/runbook/zh-TW/index.html']);
    for (const page of pages)
      expect(files.get(page.replace('reports', 'rendered')), page).to.deep.equal(files.get(page));
  });

  it('has said what it found', () => {
    const said = (wanted: string) => commands.find(({ name }) => name === wanted)?.output;
    expect(said('run')).to.match(/^scenarios {2}\d+ passed$/m);
    expect(said('diff')).to.match(/^Nothing/i);
    expect(said('explore')).to.match(/^runs {8}50$/m);
    expect(said('cucumber-js')).to.contain('1 scenario (1 passed)');
    expect(said('run --steps')).to.match(/^scenarios {2}1 passed$/m);
    expect(said('steps')).to.match(/^ {6}in {2}own\/own\.feature:6\n {6}defined {2}own\/steps\.js:3$/m);
  });
});
