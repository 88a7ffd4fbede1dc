import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { cachedChecker } from '../../../src/exploration/checker';
import { runOf } from '../../../src/exploration/operation-run';
import { SYSTEM } from '../../../src/products/lync-server-2013/exploration/system';
import { machineOf } from '../../../src/windows/machine';
import type { Deployment } from '../../../src/world/deployment';
import { starting } from '../../exploration/starting';
import { assignmentText, certutilText } from '../../pool-state/certutil-text';
import { defaultDeployment } from '../../pool-state/default-deployment';
import { exportState } from '../../pool-state/export-state';
import { inTemporaryFolderAsync } from '../../support/rehearse';
import { rehearseHere } from '../../support/rehearse-here';

const START = defaultDeployment();
const EDGES = [...START.servers.keys()].filter((fqdn) => /^edge\d/.test(fqdn));
const [FIRST = '', SECOND = ''] = EDGES;

/** The deployment after the set-up of its first pool. */
function ready(): Deployment {
  const start = { ...starting(2), environment: START.environment };
  return runOf(cachedChecker(SYSTEM), start, [{ kind: 'set-up' }]).steps.at(-1)?.after.console.deployment ?? start;
}

function write(folder: string, name: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, dirname(name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

function textOf(deployment: Deployment, fqdn: string): string {
  return `${certutilText(deployment, fqdn, { language: 'zh-TW', verbose: true })}\r\n${assignmentText(deployment, fqdn)}`;
}

function wide(text: string): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}

async function jsonOf(args: readonly string[], folder: string) {
  const { status, stdout, stderr } = await rehearseHere(['check', ...args, '--json', '--at', '2013-11-07'], folder);
  expect(stderr).to.equal('');
  return { status, ...JSON.parse(stdout) };
}

describe('rehearse check of what was pasted', () => {
  it('reads a folder for each server, in the encoding of PowerShell, and says what is open', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      for (const fqdn of EDGES) write(folder, `states/${fqdn.split('.')[0]}/out.log`, wide(textOf(START, fqdn)));
      write(folder, 'states/notes.txt', 'call the authority');
      const { status, findings, unknown, notChecked, ignored } = await jsonOf(['states'], folder);
      expect(status).to.equal(1);
      expect(findings.map(({ code, server }: { code: string; server: string }) => `${code} ${server}`)).to.deep.equal(
        EDGES.map((fqdn) => `no-internal-certificate ${fqdn}`),
      );
      expect(notChecked).to.deep.equal([]);
      expect(ignored).to.have.lengthOf(1);
      expect(ignored[0]).to.match(/^states\/notes\.txt: this file does not say the state of a server; /);
      const readers = unknown.find(({ codes }: { codes: string[] }) => codes.includes('restart-needed'));
      expect(readers).to.deep.include({ server: FIRST, wanted: 'the script of rehearse collect' });
    });
  });

  it('takes the name from the command line, and certificates from files', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const deployment = ready();
      for (const fqdn of EDGES.slice(0, 2))
        write(folder, `${fqdn[5]}.txt`, certutilText(deployment, fqdn, { language: 'en', verbose: false }));
      const states = ['edge01=1.txt', 'edge02=2.txt'];
      const [one] = EDGES;
      const described = unknownCodes(await jsonOf(states, folder));
      for (const [index, { certificate }] of Object.values(machineOf(deployment, one ?? '').stores.LocalMachine)
        .flat()
        .entries()) {
        write(folder, `files/${index}.cer`, certificate.der);
      }
      const known = unknownCodes(await jsonOf([...states, 'files'], folder));
      expect(described).to.include.members(['subject-mismatch', 'weak-key']);
      expect(known).not.to.include.members(['subject-mismatch', 'weak-key']);
    });
  });

  it('ends with 2 and the way out if nothing says the server, or if files contradict each other', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      write(folder, 'a.txt', textOf(START, FIRST));
      write(folder, 'b.txt', `COMPUTERNAME=${SECOND.split('.')[0]}\r\n${textOf(START, SECOND)}`);
      write(folder, 'c.json', JSON.stringify(exportState(START, FIRST)));
      const errorOf = async (...args: string[]) => {
        const { status, stdout, stderr } = await rehearseHere(['check', ...args], folder);
        expect([status, stdout]).to.deep.equal([2, '']);
        return stderr;
      };
      expect(await errorOf('a.txt')).to.match(
        /^error: a\.txt: nothing says of which server this file is; .*NAME=a\.txt; servers: /,
      );
      expect(await errorOf(`${FIRST}=b.txt`)).to.equal(`error: b.txt: the file is of ${SECOND}, and not of ${FIRST}\n`);
      expect(await errorOf('other=a.txt')).to.match(/^error: a\.txt: the environment has no server other; have /);
      expect(await errorOf('c.json', `${FIRST}=a.txt`)).to.match(
        /^error: there are two states of edge01\S*: c\.json and a\.txt; /,
      );
      expect(await errorOf(`${FIRST}=none.txt`)).to.match(/^error: there is no state none\.txt; /);
      mkdirSync(join(folder, 'empty'));
      expect(await errorOf('empty')).to.equal('error: empty holds no state; it is empty\n');
    });
  });

  it('names servers that are not up to date', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      write(folder, `${FIRST}.json`, JSON.stringify(exportState(START, FIRST)));
      write(
        folder,
        'status.txt',
        `UpToDate           : False\r\nReplicaFqdn        : ${FIRST}\r\nLastStatusReport   : \r\n`,
      );
      const { stdout } = await rehearseHere(['check', `${FIRST}.json`, 'status.txt'], folder);
      expect(stdout).to.contain(`replication  ${FIRST} is not up to date\n`);
    });
  });
});

function unknownCodes({ unknown }: { unknown: { codes: string[] }[] }): string[] {
  return unknown.flatMap(({ codes }) => codes);
}
