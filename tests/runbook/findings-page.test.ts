import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import type { HTMLElement } from 'node-html-parser';
import { renderRunbook } from '../../src/runbook/pages/render';
import { runbookModel } from '../../src/runbook/views/runbook-views';
import { Rendered } from './rendered';
import { recordSample, sampleLedger, templates } from './sample';

const messages = recordSample();
const model = runbookModel(messages, sampleLedger());
const rendered = new Rendered(model);
const page = rendered.page('findings.html');
const codes = rendered.page('codes.html');

describe('The page of findings', () => {
  it('has a row for each finding about the deployment, its code linked to where it is explained', () => {
    const rows = page.querySelectorAll('.findings tbody tr').map((row) => ({
      severity: row.querySelector('.mark')?.text,
      shape: row.querySelector('use')?.getAttribute('href'),
      code: row.querySelector('th')?.text,
      link: row.querySelector('a')?.getAttribute('href'),
      where: row.querySelectorAll('td')[1]?.innerHTML,
      told: row.querySelectorAll('p').map(({ text }) => text),
    }));
    const words = { error: 'Error', warning: 'Warning', info: 'Information' };
    expect(rows).to.deep.equal(
      model.findings.deployment.map(({ severity, code, href, server, pool, detail, remedy, source }) => ({
        severity: words[severity],
        shape: `#shape-${severity}`,
        code,
        link: href === '' ? undefined : href,
        where: `${server === '' ? '' : `${server}<br>`}<span class="muted">${pool}</span>`,
        told: [detail, `What to do: ${remedy}`, `Source: ${source}`],
      })),
    );
  });

  it('shows a hostile detail as text', () => {
    expect(page.querySelectorAll('script')).to.have.lengthOf(1);
    expect(page.querySelector('.findings p')?.text).to.match(/: <script>alert\(1\)<\/script>"'&$/);
  });

  it('has each mistake of the document with its sentences, the scenario that shows it and the corrected ones', () => {
    const entries = rendered
      .page('document.html')
      .querySelectorAll('main h3')
      .map((title) => ({
        rule: title.text,
        state: title.nextElementSibling?.querySelector('.mark')?.text,
        links: [title.nextElementSibling, title.nextElementSibling?.nextElementSibling]
          .flatMap((part) => part?.querySelectorAll('a') ?? [])
          .map((link) => [link.text, link.getAttribute('href')]),
      }));
    expect(entries).to.deep.equal(
      model.findings.document.map(({ rule, sources, name, href, corrected }) => ({
        rule,
        state: 'Confirmed',
        links: [
          ...sources.map((source) => [source.id, source.href]),
          [name, href],
          ...corrected.map((other) => [other.name, other.href]),
        ],
      })),
    );
  });

  it('explains each code, its check as a block to copy', () => {
    const words = { documented: /^Documented: /, reported: /^Reported: /, assumed: /^Assumed: / };
    for (const { anchor, title, code, symptom, cause, check, fix, source, certainty, scenarios } of model.findings
      .codes) {
      const heading = codes.querySelector(`#${anchor}`);
      expect(heading?.text).to.equal(`${title} ${code}`);
      const entry = heading?.nextElementSibling?.nextElementSibling;
      const answers = entry?.querySelectorAll('dd') ?? [];
      expect(answers.map(({ text }) => text).slice(0, 5)).to.deep.equal([symptom, cause, check, fix, source]);
      expect(entry?.querySelector('pre.copyable code')?.text).to.equal(check);
      expect(answers[5]?.text).to.match(words[certainty]);
      expect(answers[6]?.querySelectorAll('a').map((link) => link.getAttribute('href'))).to.deep.equal(
        scenarios.map(({ href }) => href),
      );
    }
  });

  it('says that nobody judged, which is not the same as that nothing was found', () => {
    const nobody = pageOf(recordSample('--tags', 'not @judgement'));
    expect(nobody.querySelector('.not-applicable')?.text).to.match(/^The deployment was not judged\. /);
    const clean = { ...model, findings: { ...model.findings, deployment: [] } };
    expect(new Rendered(clean).page('findings.html').querySelector('main')?.text).to.include(
      'The deployment was judged: everything is correct.',
    );
  });

  it('can be made of no messages at all', () => {
    expect([...new Rendered([], { ledger: [] }).files.keys()]).to.deep.equal([
      'index.html',
      'about.html',
      'search.html',
    ]);
    const empty = new Rendered({ ...runbookModel([], []), rehearsal: true });
    const said = [...empty.files.keys()].map((name) => [name, empty.texts(name, 'main section > p').length]);
    expect(said.filter(([, count]) => count === 1).map(([name]) => name)).to.deep.equal([
      ...['troubleshooting.html', 'review.html', 'findings.html', 'files.html', 'codes.html'],
    ]);
  });

  it('refuses a finding that lacks something', () => {
    const deployment = model.findings.deployment.map(({ remedy: _, ...rest }) => rest);
    const findings = { ...model.findings, deployment } as unknown as typeof model.findings;
    expect(() => [...renderRunbook({ ...model, findings }, templates())]).to.throw(/"remedy" not defined/);
  });
});

describe('The runbook', () => {
  it('says the number of findings on the page about the run, and leads to their page', () => {
    const counts = '4 about the deployment (2 errors, 1 warning, 1 info), 2 about the document';
    expect(rendered.page('about.html').querySelector('.facts a[href="findings.html"]')?.text).to.equal(counts);
    const review = rendered.page('review.html').querySelectorAll('[aria-labelledby=reviewed] li');
    const [findings] = review.filter((link) => link.querySelector('a[href="findings.html"]'));
    expect(findings?.querySelector('p')?.text).to.equal(`Findings: ${counts}.`);
  });

  it('shows what the judge found with the step that asked it, or that it found nothing', () => {
    const told = rendered
      .page('procedure-judgement.html')
      .querySelectorAll('.found')
      .map((block) => ({
        links: block.querySelectorAll('a').map((link) => link.getAttribute('href')),
        texts: block.querySelectorAll('p').map(({ text }) => text),
      }));
    expect(told).to.have.lengthOf(4);
    expect(told[2]).to.deep.equal({
      links: ['codes.html#code-certificate-expires-soon'],
      texts: [
        'What was found',
        'Error certificate-expires-soon another.contoso.com',
        'the internal certificate 9F86D081 ends on 2013-11-21, in 14 days',
        'What to do: request the next certificate now and assign it on every server',
      ],
    });
    expect(told[3]).to.deep.equal({ links: [], texts: ['What was found', 'Nothing was found.'] });
  });
});

function pageOf(stream: readonly Envelope[]): HTMLElement {
  return new Rendered(stream).page('findings.html');
}
