import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { expect } from 'chai';
import { findingsJson, findingsReport } from '../../src/cli/output/findings-report';
import { PLAIN } from '../../src/cli/terminal/paint';
import type { Findings } from '../../src/runbook/views/findings/findings';

const BRIEF = { paint: PLAIN, all: false };

const line = { code: 'key-missing', severity: 'error', pool: 'edge', server: 'edge02', href: '' } as const;
const told = { detail: 'no key for "CN=台北"', remedy: 'import the .pfx', source: 'RFC 5280' };
const rule = { id: 'defect-a-key-travels', rule: 'A key travels' };
const defect = { ...rule, name: 'Done literally', href: '', consequences: [], corrected: [] } as const;
const FOUND: Findings = {
  judged: true,
  deployment: [
    { ...line, ...told },
    { ...line, ...told, code: 'expires', severity: 'warning', server: '', detail: 'a\u001b[31m\nb' },
  ],
  document: [
    {
      ...defect,
      state: 'confirmed',
      sources: [
        { id: '04952-178', href: '' },
        { id: '04952-180', href: '' },
      ],
    },
    { ...defect, state: 'failing', sources: [{ id: '04952-190', href: '' }] },
    { ...defect, state: 'not-run', sources: [{ id: '04952-191', href: '' }] },
  ],
  codes: [],
};

describe('The findings in the terminal', () => {
  it('are counted, then listed in columns; those about the document only on request', () => {
    const count = 'findings   2 about the deployment (1 error, 1 warning), 3 about the document (1 confirmed)\n';
    const rows = [
      '  error    key-missing  edge02  no key for "CN=台北"\n',
      '  warning  expires      edge    a [31m b\n',
    ];
    const document = ['  04952-178 04952-180  A key travels\n', '  04952-190            A key travels (failing)\n'];
    const hint = '  those about the document: document.html, or the option --findings\n';
    expect(findingsReport(FOUND, BRIEF)).to.equal([count, ...rows, hint].join(''));
    expect(findingsReport(FOUND, { ...BRIEF, all: true })).to.equal([count, ...rows, ...document].join(''));
  });

  it('have coloured severities, which change no column', () => {
    const report = findingsReport(FOUND, {
      paint: (tone, text) => `\u001b[${tone === 'bad' ? 31 : 33}m${text}\u001b[39m`,
      all: false,
    });
    expect(report).to.contain('  \u001b[31merror\u001b[39m    key-missing');
    expect(report).to.contain('  \u001b[33mwarning\u001b[39m  expires');
    expect(stripVTControlCharacters(report)).to.equal(findingsReport(FOUND, BRIEF));
  });

  it('are not said to be none where nobody judged', () => {
    const none = { deployment: [], document: [], codes: [] };
    expect(findingsReport({ ...none, judged: false }, BRIEF)).to.equal(
      'findings   the deployment was not judged, no scenario examined the document\n',
    );
    expect(findingsReport({ ...none, judged: true }, BRIEF)).to.equal(
      'findings   none about the deployment, no scenario examined the document\n',
    );
  });
});

describe('The findings as JSON', () => {
  it('are one list: those about the deployment, then the mistakes of the document', () => {
    const [first, second, third] = findingsJson(FOUND);
    const { code, severity, pool, server } = line;
    expect(first).to.deep.equal({ scope: 'deployment', code, severity, pool, server, ...told });
    expect(second).not.to.have.property('server');
    expect(third).to.deep.equal({
      scope: 'document',
      code: 'document-defect',
      severity: 'warning',
      state: 'confirmed',
      detail: 'A key travels',
      scenario: 'Done literally',
      source: ['04952-178', '04952-180'],
    });
  });
});
