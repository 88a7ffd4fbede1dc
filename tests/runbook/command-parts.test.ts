import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { commandParts } from '../../src/runbook/views/evidence/command-parts';
import { fullRun } from './whole-run/full-run';

const PRINT = '9CC62DEDB43597F862A317B8EE180D9EC6979C90';

describe('A command on a page', () => {
  for (const [command, values] of [
    [`Set-CsCertificate -Type Internal -Thumbprint ${PRINT} -Confirm:$false`, ['thumbprint']],
    ['Import-CsCertificate -Path "C:\\a.pfx" -Password ******** -PrivateKeyExportable $False', ['password']],
    ['certreq -retrieve -config "ca01\\CA 5" 12 "C:\\a.cer"', ['requestId']],
    ['certutil -resubmit 7', ['requestId']],
    ['certutil -store My', []],
  ] as const) {
    it(`has a placeholder for each value that only the rehearsal has: ${command}`, () => {
      const parts = commandParts(command);
      expect(parts.map(({ text }) => text).join('')).to.equal(command);
      expect(parts.flatMap(({ placeholder }) => placeholder || [])).to.deep.equal(values);
    });
  }

  it('offers no thumbprint and no masked password to copy, on any page', () => {
    const pages = [...fullRun().files.values()].flatMap((html) =>
      parse(html, { blockTextElements: { script: true, style: true } }).querySelectorAll('pre.copyable code'),
    );
    const dead = pages.filter(({ text }) => /\b[0-9A-F]{40}\b|\*{8}/.test(text) && !text.startsWith('-----BEGIN'));
    expect(dead.map(({ text }) => text)).to.deep.equal([]);
    const fields = pages.flatMap((code) => code.querySelectorAll('.placeholder'));
    expect(fields.length).to.be.above(10);
    expect(new Set(fields.map((field) => field.getAttribute('role')))).to.deep.equal(new Set(['textbox']));
  });
});
