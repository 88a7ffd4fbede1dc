import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { fullRun } from './full-run';

describe('The commands of the whole procedure', () => {
  const page = parse(fullRun().files.get('procedure-the-whole-procedure.html') ?? '');
  const evidence = page
    .querySelectorAll('li, details')
    .map((part) => part.querySelectorAll(':scope > .command'))
    .filter((commands) => commands.some(({ text }) => text.includes('certreq -submit')));
  const lists = evidence.map((commands) =>
    commands.map((command) => ({
      on: command.querySelector('.label')?.text ?? '',
      text: command.querySelector('code')?.text ?? '',
    })),
  );

  it('are in the order of execution on all machines', () => {
    expect(lists).not.to.have.lengthOf(0);
    for (const commands of lists) {
      const first = (pattern: RegExp, on = '') =>
        commands.findIndex((command) => pattern.test(command.text) && command.on.includes(on));
      const requested = first(/^Request-CsCertificate/);
      const submitted = first(/certreq -submit/);
      const imported = first(/^Import-CsCertificate/);
      expect([requested, submitted, imported].every((at) => at >= 0)).to.equal(true);
      expect(requested).to.be.below(submitted);
      expect(submitted).to.be.below(imported);
    }
  });

  it('assign a certificate on a server only after its import there', () => {
    for (const commands of lists)
      for (const [at, { on, text }] of commands.entries())
        for (const server of text.startsWith('Set-CsCertificate') ? (on.match(/edge\d+\.[\w.]+/g) ?? []) : []) {
          const before = commands.slice(0, at).filter((one) => one.on.includes(server));
          expect(
            before.some((one) => one.text.startsWith('Import-CsCertificate')),
            `${server}: ${text}`,
          ).to.equal(true);
        }
  });
});
