import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { loadProducts } from '../../src/execution/support-code/load-products';
import { LYNC_SERVER_2013 } from '../../src/products/lync-server-2013/product';
import { inTemporaryFolder, rehearse } from '../support/rehearse';
import { ROOT } from '../support/root';
import { filesBelow } from '../support/source-tree';

const EXAMPLE = join(ROOT, 'examples', 'web-server');

/** The words on a page. */
function textIn(page: string): string {
  return parse(page, { blockTextElements: { script: false, style: false } }).text;
}

describe('The example of another product', () => {
  it('runs in its folder, and its runbook is about its document and nothing else', () => {
    inTemporaryFolder((out) => {
      const { status, stdout, stderr } = rehearse(['run', '--out', out, '--language', 'en,zh-TW'], EXAMPLE);
      expect(status, stderr).to.equal(0);
      expect(stdout)
        .to.match(/^scenarios {2}3 passed$/m)
        .and.match(/^source {5}22 of 22 sentences verified or waived$/m);
      const page = (name: string) => readFileSync(join(out, 'runbook', `${name}.html`), 'utf8');
      expect(page('coverage')).to.include('19 of 22 sentences verified, 3 waived');
      expect(page('index')).to.include('Web server of Tailspin Toys');
      expect(page('procedure-renew-certificate')).to.include('Require Server Name Indication');
      const names = readdirSync(join(out, 'runbook'), { recursive: true, encoding: 'utf8' });
      const pages = names.filter((name) => name.endsWith('.html')).map((name) => name.replace(/\.html$/, ''));
      expect(pages).to.include.members(['codes', 'search', 'zh-TW/codes']);
      for (const name of pages) expect(textIn(page(name)), name).to.not.match(/Lync|Edge|04952|\b154\b|前端伺服器/);
    });
  });

  it('has no fault of another product', () => {
    inTemporaryFolder((folder) => {
      const [fault = ''] = Object.keys(LYNC_SERVER_2013.faults.server);
      const feature = join(folder, 'fault.feature');
      writeFileSync(feature, `Feature: A fault\n  Scenario: One\n    Given on the first web server, ${fault}\n`);
      const { status, stderr } = rehearse(['run', feature, '--out', folder], EXAMPLE);
      expect(status, stderr).to.equal(2);
      expect(stderr).to.include(`Web Server (IIS) 8 has no fault "${fault}"`);
    });
  });

  it('is as small as an example should be', () => {
    const linesBelow = (folders: readonly string[], ending: string): number =>
      filesBelow(folders, ending)
        .map((path) => readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n').length)
        .reduce((sum, lines) => sum + lines, 0);
    const product = linesBelow(['examples/web-server/product'], '.js');
    const features = linesBelow(['examples/web-server/features'], '.feature');
    const steps = linesBelow(['examples/web-server/steps'], '.js');
    expect([product, features, steps].every((lines) => lines > 0)).to.equal(true);
    expect(product).to.be.at.most(300);
    expect(features + steps).to.be.at.most(150);
  });
});

describe('A module that offers a product', () => {
  it('is reported with its line if it cannot be loaded, all modules together', () => {
    inTemporaryFolder((folder) => {
      const [one, other] = ['one.js', 'other.js'].map((name) => join(folder, name));
      writeFileSync(one ?? '', '\nthrow new Error("no product");\n');
      writeFileSync(other ?? '', 'const = 1;\n');
      expect(() => loadProducts([one ?? '', other ?? ''])).to.throw(/one\.js:2: .*no product.*\n.*other\.js:1: /);
    });
  });
});
