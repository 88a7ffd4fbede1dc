import { test } from 'node:test';
import { expect } from 'chai';
import { currentGeneration } from '../../src/adcs/authority';
import { useTitleIn } from '../../src/judge/finding';
import { judgeServer } from '../../src/judge/judge';
import { shareExternal } from '../../src/products/lync-server-2013/tasks/external';
import { lyncServerOf, withLyncServer } from '../../src/products/lync-server-2013/topology';
import { linkedKey, machineOf } from '../../src/windows/machine';
import { authorityNamed, type Deployment, PUBLIC_AUTHORITY } from '../../src/world/deployment';

import { generatePrivateKey, keyPair } from '../../src/x509/keys/key-pair';
import { type CertificateContent, signCertificate } from '../../src/x509/sign-certificate';
import { all, type Change, contentOf, presenting, seeing, using } from './changes';
import { restarted, working } from './mending';
import { FIRST, inOrderBut, SECOND } from './situation';

/** The external uses of an Edge Server, judged by the names of the topology and as clients on the Internet do. */

const USES = ['AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication', 'XmppServer'] as const;

/** The external certificate of the first server has other content, for all external uses. */
function external(changes: (names: readonly string[]) => Partial<CertificateContent>): Deployment {
  const share = working((console, pool) => shareExternal(console, pool));
  const change: Change = seeing((d) => {
    const machine = machineOf(d, FIRST);
    const entry = machine.stores.LocalMachine.My.find(({ friendlyName }) => friendlyName === 'External Edge');
    const key = entry && linkedKey(machine, 'LocalMachine', entry);
    if (!entry || !key) throw new Error('the first server has no external certificate');
    const content = contentOf(entry.certificate, key.keyPair);
    const different = { ...content, ...changes(content.subjectAlternativeNames) };
    const signed = signCertificate(different, currentGeneration(authorityNamed(d, PUBLIC_AUTHORITY)));
    const { assigned } = lyncServerOf(d, FIRST);
    return all(using(FIRST, signed, key.keyPair), (one) => {
      const server = lyncServerOf(one, FIRST);
      const uses = { ...assigned, ...Object.fromEntries(USES.map((use) => [use, signed.thumbprint])) };
      return withLyncServer(one, { ...server, assigned: uses, running: uses });
    });
  });
  return inOrderBut(share, restarted, change).deployment();
}

function errorsOf(deployment: Deployment): readonly string[] {
  return judgeServer(deployment, FIRST)
    .filter(({ severity }) => severity === 'error')
    .map((one) => `${one.code}: ${useTitleIn(one)}`);
}

test('a certificate with every name is in order for every use', () => {
  expect(errorsOf(external((names) => ({ subjectAlternativeNames: [...names, 'contoso.com'] })))).to.deep.equal([]);
});

test('XMPP asks for the SIP domain itself', () => {
  expect(errorsOf(external(() => ({})))).to.deep.equal(['subject-mismatch: XMPP Gateway']);
});

test('Access Edge asks for sip. of each SIP domain', () => {
  const without = external((names) => ({
    subjectAlternativeNames: ['contoso.com', ...names.filter((name) => !name.startsWith('sip.'))],
  }));
  expect(errorsOf(without)).to.deep.equal(['subject-mismatch: SIP Access Edge External']);
});

test('clients on the Internet do not read the common name', () => {
  const errors = errorsOf(external(() => ({ subjectAlternativeNames: [] })));
  expect(errors).to.include('subject-mismatch: SIP Access Edge External');
  expect(errors.filter((one) => one.endsWith('A/V Edge External'))).to.deep.equal([]);
});

test('a certificate for another purpose is of no use to clients on the Internet', () => {
  const errors = errorsOf(
    external((names) => ({
      subjectAlternativeNames: [...names, 'contoso.com'],
      extendedKeyUsage: ['clientAuth'],
    })),
  );
  expect(errors).to.include('wrong-usage: SIP Access Edge External');
});

test('an RSA key below 1024 bits is an error, and a short one a warning', () => {
  const severities = (bits: number) => {
    const pair = keyPair(generatePrivateKey(bits));
    const { deployment } = inOrderBut(presenting(SECOND, { publicKey: pair }));
    return judgeServer(deployment(), SECOND).flatMap(({ code, severity }) => (code === 'weak-key' ? [severity] : []));
  };
  expect(severities(512)).to.deep.equal(['error']);
  expect(severities(1024)).to.deep.equal(['warning']);
  expect(severities(2048)).to.deep.equal([]);
});
