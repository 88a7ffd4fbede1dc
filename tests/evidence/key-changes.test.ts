import { describe, it } from 'node:test';
import { expect } from 'chai';
import { changesBetween } from '../../src/evidence/changes';
import { typeCommand } from '../../src/operator/prompt';
import { internalEntries } from '../../src/products/lync-server-2013/assignment';
import { edge } from '../../src/products/lync-server-2013/tasks/whole-procedure';
import { holding, on, pool } from '../support/one-server';

describe('The changes of private keys', () => {
  const there = edge(holding, on);
  const [entry] = internalEntries(there.deployment, on, pool);
  const changed = (line: string) =>
    changesBetween(there.deployment, typeCommand(there, line).deployment)
      .flatMap(({ changes }) => changes)
      .filter(({ what }) => what === 'private-key');

  it('say who may read a key after an assignment', () => {
    const line = `Set-CsCertificate -Type Internal -Thumbprint ${entry?.certificate.thumbprint} -Confirm:$false`;
    const readers = ['SYSTEM', 'Administrators', 'NETWORK SERVICE'];
    expect(changed(line).map(({ sign, detail }) => [sign, detail])).to.deep.equal([
      ['changed', { code: 'change.key-readers', parameters: { readers } }],
    ]);
  });

  it('say that a key is new', () => {
    const line = 'Request-CsCertificate -New -Type Internal -Output "C:\\new.req"';
    expect(changed(line).map(({ sign }) => sign)).to.deep.equal(['added']);
  });
});
