import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { fullRun } from './full-run';

describe('The commands of the whole procedure', () => {
  const page = parse(fullRun().files.get('procedure-the-whole-procedure.html') ?? '', {
    blockTextElements: { script: true, style: true },
  });
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
      const requested = first(/^Request-CSCertificate/i);
      const submitted = first(/certreq -submit/);
      const imported = first(/^Import-CSCertificate/i);
      expect([requested, submitted, imported].every((at) => at >= 0)).to.equal(true);
      expect(requested).to.be.below(submitted);
      expect(submitted).to.be.below(imported);
    }
  });

  it('assign a certificate on a server only after its import there', () => {
    for (const commands of lists)
      for (const [at, { on, text }] of commands.entries())
        for (const server of /^Set-CSCertificate/i.test(text) ? (on.match(/edge\d+\.[\w.]+/g) ?? []) : []) {
          const before = commands.slice(0, at).filter((one) => one.on.includes(server));
          expect(
            before.some((one) => /^Import-CSCertificate/i.test(one.text)),
            `${server}: ${text}`,
          ).to.equal(true);
        }
  });
});
