import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { commitOf } from '../../src/cli/fingerprints/commit';
import { fingerprintsOf } from '../../src/cli/fingerprints/fingerprints';
import { inTemporaryFolder, inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';
import { ROOT } from '../support/root';

const [REQUEST, IMPORT] = ['04-create-the-certificate-request.feature', '06-import-the-certificate.feature'];
const AGAIN = ['run', 'mine', '--only-stale', '--out', 'out'];

test('--only-stale runs what has changed, keeps what has not, and says when that is all', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const [request, imported] = twoFeatures(folder);
    const first = await rehearseHere(AGAIN, folder);
    expect(first.stdout, first.stderr).to.match(/^stale {6}2 features were run again\n/);
    const counted = /^scenarios.*$/m.exec(first.stdout)?.[0];
    const messages = messagesIn(folder);

    const idle = await rehearseHere(AGAIN, folder);
    expect(idle.stdout).to.match(/^stale {6}nothing is stale: nothing was run again\n/);
    expect(messagesIn(folder) === messages).to.equal(true);

    appendFileSync(request, '# a remark\n');
    const second = await rehearseHere(AGAIN, folder);
    expect(second.stdout).to.match(/^stale {6}1 feature was run again\n/);
    expect(second.stdout).to.include(counted);
    expect(messagesIn(folder).match(/^\{"source":/gm)).to.have.lengthOf(2);
    expect((await rehearseHere(AGAIN, folder)).stdout).to.include('nothing is stale');

    rmSync(imported);
    await rehearseHere(AGAIN, folder);
    // the record of the other run still says which sentences its procedure cited
    expect(messagesIn(folder)).not.to.match(new RegExp(`"uri":"[^"]*${IMPORT}`));
  });
});

test('a page says stale, and what moved: the feature of one procedure, the environment file of all', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const [request] = twoFeatures(folder);
    copyFileSync(join(ROOT, 'environments', 'contoso.yaml'), join(folder, 'own.yaml'));
    await rehearseHere(['run', 'mine', '--environment', 'own.yaml', '--out', 'out'], folder);
    expect(await movedOn(folder, 'index')).to.deep.equal([]);
    appendFileSync(request, '# a remark\n');
    expect(await movedOn(folder, 'procedure-create-the-certificate-request')).to.deep.equal(['the feature']);
    expect(await movedOn(folder, 'procedure-import-the-certificate')).to.deep.equal([]);
    appendFileSync(join(folder, 'own.yaml'), '# a remark\n');
    expect(await movedOn(folder, 'procedure-import-the-certificate')).to.deep.equal(['the environment file']);
  });
});

test('the page of a plan says stale, and which of its sources changed, in both languages', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const failures = ['failures', 'authority.feature'];
    cpSync(join(ROOT, 'features', 'internal-edge'), join(folder, 'mine'), {
      recursive: true,
      filter: (file) => !/failures|defects/.test(file) || file.endsWith('failures') || file.endsWith(join(...failures)),
    });
    copyFileSync(join(ROOT, 'environments', 'single-server.yaml'), join(folder, 'own.yaml'));
    const ran = await rehearseHere(
      ['run', 'mine', '--environment', 'own.yaml', '--tags', '@plan and not @choice', '--out', 'out'],
      folder,
    );
    expect(ran.status, ran.stderr).to.equal(0);
    // the plan takes no procedure from the last one
    for (const name of ['plan.yaml', REQUEST, join(...failures)])
      appendFileSync(join(folder, 'mine', name), '# a remark\n');
    expect(await movedOn(folder, 'plan-edge.litwareinc.com')).to.deep.equal(['the sources of the plan']);
    const page = (...at: string[]) => readFileSync(join(folder, 'again', 'runbook', ...at), 'utf8');
    const files = `<code translate="no">mine/${REQUEST}</code>, <code translate="no">mine/plan.yaml</code>`;
    expect(page('plan-edge.litwareinc.com.html')).to.include(`<dt>File</dt><dd>${files}</dd>`);
    const chinese = page('zh-TW', 'plan-edge.litwareinc.com.html');
    expect(chinese).to.include('<dt>之後已變更</dt><dd>計畫的來源檔案</dd>');
  });
});

test('--only-stale is refused where only parts of features would be run', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    twoFeatures(folder);
    const { status, stderr } = await rehearseHere([...AGAIN, '--tags', '@procedure', '--keep-private-keys'], folder);
    expect([status, stderr]).to.deep.equal([
      2,
      'error: --only-stale runs whole features again, and only some of them; leave out --tags, --keep-private-keys\n',
    ]);
    expect(existsSync(join(folder, 'out'))).to.equal(false);
  });
});

test('trace reads recorded messages, and --min sets how much has to be verified or waived', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    twoFeatures(folder);
    await rehearseHere(['run', 'mine', '--tags', 'not @failure', '--out', 'out'], folder);
    const all = await rehearseHere(['trace', 'out'], folder);
    expect(all.status).to.equal(1);
    const [, good, sentences] = /^(\d+) of (\d+) sentences verified or waived: /m.exec(all.stderr) ?? [];
    const share = (Number(good) * 100) / Number(sentences);
    const statusAt = async (min: number) =>
      (await rehearseHere(['trace', 'out', '--min', min.toFixed(3)], folder)).status;
    expect([await statusAt(share - 0.01), await statusAt(share + 0.01)]).to.deep.equal([0, 1]);
    appendFileSync(join(folder, 'mine', REQUEST), '# a remark\n');
    const stale = await rehearseHere(['trace', 'out', '--min', (share - 0.01).toFixed(3)], folder);
    expect(stale.stdout).to.match(/^04952-176\tstale\tmoved since: feature$/m);
    expect(stale.status).to.equal(1);
    expect((await rehearseHere(['trace', 'out', '--min', '101'], folder)).status).to.equal(2);
  });
});

test('a failing sentence gives 1 whatever share is asked for', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const [request] = twoFeatures(folder);
    const text = readFileSync(request, 'utf8');
    const broken = text.replace('without a check mark', 'with a green check mark');
    writeFileSync(request, broken);
    expect(broken).not.to.equal(text);
    expect((await rehearseHere(['run', 'mine', '--tags', 'not @failure', '--out', 'out'], folder)).status).to.equal(1);
    expect((await rehearseHere(['trace', 'out', '--min', '0'], folder)).status).to.equal(1);
  });
});

test('what a run rests on follows the files and nothing else', () => {
  const environment = join(ROOT, 'environments', 'contoso.yaml');
  const grounds = fingerprintsOf(environment);
  expect(fingerprintsOf(environment)).to.deep.equal(grounds);
  expect([grounds.steps, grounds.simulation, grounds.environment].join(' ')).to.match(
    /^[0-9a-f]{64}( [0-9a-f]{64}){2}$/,
  );
  expect(fingerprintsOf(join(ROOT, 'environments', 'single-server.yaml'))).to.deep.equal({
    ...grounds,
    environment: fingerprintsOf(join(ROOT, 'environments', 'single-server.yaml')).environment,
  });
  expect(Object.keys(grounds.sentences)).to.have.lengthOf(154);
});

test('the commit is read from the files of Git: a branch, a packed branch, no branch, a further work tree, none at all', () => {
  inTemporaryFolder((folder) => {
    const [git, ids] = [join(folder, '.git'), ['1', '2', '3'].map((digit) => digit.repeat(40))];
    expect(commitOf(folder)).to.equal(undefined);
    mkdirSync(join(git, 'refs', 'heads'), { recursive: true });
    mkdirSync(join(git, 'worktrees', 'further'), { recursive: true });
    writeFileSync(join(git, 'HEAD'), 'ref: refs/heads/main\n');
    expect(commitOf(folder)).to.equal(undefined);
    writeFileSync(join(git, 'packed-refs'), `# pack-refs with: peeled\n${ids[0]} refs/heads/main\n`);
    expect(commitOf(folder)).to.equal(ids[0]);
    writeFileSync(join(git, 'refs', 'heads', 'main'), `${ids[1]}\n`);
    expect(commitOf(folder)).to.equal(ids[1]);
    mkdirSync(join(folder, 'further'));
    writeFileSync(join(folder, 'further', '.git'), 'gitdir: ../.git/worktrees/further\n');
    writeFileSync(join(git, 'worktrees', 'further', 'HEAD'), 'ref: refs/heads/main\n');
    writeFileSync(join(git, 'worktrees', 'further', 'commondir'), '../..\n');
    expect(commitOf(join(folder, 'further'))).to.equal(ids[1]);
    writeFileSync(join(git, 'HEAD'), `${ids[2]}\n`);
    expect(commitOf(folder)).to.equal(ids[2]);
  });
  const asked = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' });
  if (asked.status === 0) expect(commitOf(ROOT)).to.equal(asked.stdout.trim());
});

/** Two features of the package as the user's features. */
function twoFeatures(folder: string): readonly [request: string, imported: string] {
  mkdirSync(join(folder, 'mine'));
  const copy = (name: string): string => {
    copyFileSync(join(ROOT, 'features', 'internal-edge', name), join(folder, 'mine', name));
    return join(folder, 'mine', name);
  };
  return [copy(REQUEST), copy(IMPORT)];
}

function messagesIn(folder: string): string {
  return readFileSync(join(folder, 'out', 'messages.ndjson'), 'utf8');
}

/** The changed inputs that the page of the messages names when it is rendered now. */
async function movedOn(folder: string, page: string): Promise<readonly string[]> {
  const { status, stderr } = await rehearseHere(['render', 'out', '--language', 'en,zh-TW', '--out', 'again'], folder);
  expect(status, stderr).to.equal(0);
  const html = readFileSync(join(folder, 'again', 'runbook', `${page}.html`), 'utf8');
  const moved = /<dt>Changed since<\/dt><dd>(.*?)<\/dd>/.exec(html)?.[1];
  return moved === undefined ? [] : moved.split(', ');
}
