import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { linesOf } from '../../src/cli/input/lines';
import { readText } from '../../src/package/text-file';
import { inTemporaryFolder, inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';
import { ROOT } from '../support/root';

/** Text files of users: UTF-8, UTF-16 with a byte order mark, and nothing else. */

const TEXT = 'name: 康拓索 Füssen 🔑\nsecond: line\n';
const MARK = '\ufeff';

type Encode = (text: string) => Buffer;
const utf16be: Encode = (text) => Buffer.from(text, 'utf16le').swap16();

const READ: Readonly<Record<string, Encode>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a byte order mark': (text) => Buffer.from(MARK + text),
  'UTF-16, little end first': (text) => Buffer.from(MARK + text, 'utf16le'),
  'UTF-16, big end first': (text) => utf16be(MARK + text),
};

for (const [encoding, encode] of Object.entries(READ)) {
  test(`a file in ${encoding} is read, whole and by lines`, () => {
    inTemporaryFolder((folder) => {
      const file = join(folder, 'text');
      writeFileSync(file, encode(TEXT));
      expect(readText(file)).to.equal(TEXT);
      expect([...linesOf(file)]).to.deep.equal(TEXT.split('\n'));
    });
  });
}

const REFUSED: readonly (readonly [string, Buffer, RegExp])[] = [
  [
    'Windows-1252',
    Buffer.from('name: a\ncity: Füssen\n', 'latin1'),
    /offset 15 \(line 2\) is 0xFC, which is not UTF-8/,
  ],
  ['a sequence that is cut off', Buffer.from('é€').subarray(0, 4), /offset 2 \(line 1\) is 0xE2/],
  ['a longer sequence than needed', Buffer.from([0x61, 0xc0, 0x80]), /offset 1 \(line 1\) is 0xC0/],
  ['a surrogate in UTF-8', Buffer.from([0x61, 0xed, 0xa0, 0x80]), /offset 1 \(line 1\) is 0xED/],
  ['UTF-16 with half a character', Buffer.from(`${MARK}a\ud800b`, 'utf16le'), /offset 4 is not UTF-16/],
  ['UTF-16 of an odd length', Buffer.from(`${MARK}ab`, 'utf16le').subarray(0, 5), /offset 4 is not UTF-16/],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), /is UTF-32; save it as UTF-8/],
];

for (const [encoding, bytes, says] of REFUSED) {
  test(`a file in ${encoding} is refused at its first bad byte`, () => {
    inTemporaryFolder((folder) => {
      const file = join(folder, 'text');
      writeFileSync(file, bytes);
      expect(() => readText(file)).to.throw(says);
      expect(() => [...linesOf(file)]).to.throw(says);
    });
  });
}

const FEATURE =
  'Feature: Bytes\n  Prose.\n\n  Rule: A\n    Example: B\n      Given EDGE01 trusts the issuing authority\n';
const CONTOSO = readFileSync(join(ROOT, 'environments', 'contoso.yaml'), 'utf8');

test('every kind of input may begin with a byte order mark, and gives the same results', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    writeFileSync(join(folder, 'a.feature'), MARK + FEATURE);
    writeFileSync(join(folder, 'mine.yaml'), READ['UTF-16, big end first']?.(CONTOSO) ?? '');
    const ran = await rehearseHere(['run', 'a.feature', '--environment', 'mine.yaml', '--json'], folder);
    expect(ran.status, ran.stderr).to.equal(0);
    const messages = readFileSync(join(folder, 'reports', 'messages.ndjson'));
    writeFileSync(join(folder, 'marked.ndjson'), Buffer.concat([Buffer.from(MARK), messages]));
    const rendered = await rehearseHere(
      ['render', 'marked.ndjson', '--environment', 'mine.yaml', '--out', 'again'],
      folder,
    );
    expect(rendered.status, rendered.stderr).to.equal(0);
    const page = (out: string): string => readFileSync(join(folder, out, 'runbook', 'index.html'), 'utf8');
    expect(page('again')).to.equal(page('reports'));
  });
});

const LATIN: readonly (readonly [kind: string, name: string, text: string, args: readonly string[]])[] = [
  ['an environment', 'mine.yaml', CONTOSO.replace('Redmond', 'Füssen'), ['run', '--environment', 'mine.yaml']],
  ['a feature', 'a.feature', FEATURE.replace('Prose', 'Füssen'), ['run', 'a.feature']],
  ['messages', 'm.ndjson', '{"meta":"ü"}\n', ['render', 'm.ndjson']],
];

for (const [kind, name, text, args] of LATIN) {
  test(`exit 2 and the offset: ${kind} in Windows-1252`, async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const bytes = Buffer.from(text, 'latin1');
      writeFileSync(join(folder, name), bytes);
      const { status, stderr } = await rehearseHere(args, folder);
      expect(status, stderr).to.equal(2);
      expect(stderr).to.match(
        new RegExp(`^error: ${name}: the byte at offset ${bytes.indexOf(0xfc)} \\(line \\d+\\) is 0xFC`),
      );
      expect(stderr).not.to.match(/^\s+at /m);
    });
  });
}

test('features may be UTF-16, in any folder, and their results name their places', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const feature = FEATURE.replace('Prose', '測試').replace('EDGE01 trusts', 'EDGE02 trusts');
    mkdirSync(join(folder, 'work', 'features', 'inner'), { recursive: true });
    writeFileSync(join(folder, 'one.feature'), READ['UTF-16, little end first']?.(feature) ?? '');
    writeFileSync(
      join(folder, 'work', 'features', 'inner', 'two.feature'),
      READ['UTF-16, big end first']?.(feature) ?? '',
    );
    writeFileSync(join(folder, 'work', 'features', 'three.feature'), feature);
    const cwd = join(folder, 'work');
    const ran = await rehearseHere(['run', '../one.feature:5', 'features', '--json'], cwd);
    expect(ran.status, ran.stderr).to.equal(0);
    expect(JSON.parse(ran.stdout)).to.deep.include({ state: 'verified' });
    expect(JSON.parse(ran.stdout).scenarios.passed).to.equal(3);
    const messages = readFileSync(join(cwd, 'reports', 'messages.ndjson'), 'utf8');
    const uris = [...messages.matchAll(/"pickle":\{.*?"uri":"([^"]+)"/g)].map(([, uri]) => uri);
    expect(new Set(uris)).to.have.keys('../one.feature', 'features/inner/two.feature', 'features/three.feature');
    expect(readdirSync(join(cwd, 'reports')).sort()).to.deep.equal(
      ['.rehearse.json', 'artifacts', 'junit.xml', 'messages.ndjson', 'runbook'].filter((name) =>
        existsSync(join(cwd, 'reports', name)),
      ),
    );
    const again = await rehearseHere(['run', '../one.feature', 'features', '--only-stale'], cwd);
    expect(again.stdout, again.stderr).to.include('nothing is stale');
  });
});

test('an error in a UTF-16 feature is at its own file and line', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const broken = `${FEATURE}      And an unknown sentence\n`;
    writeFileSync(join(folder, 'a.feature'), READ['UTF-16, little end first']?.(broken) ?? '');
    const { status, stderr } = await rehearseHere(['run', 'a.feature'], folder);
    expect(status, stderr).to.equal(2);
    expect(stderr).to.match(/^error: a\.feature:7: "an unknown sentence": /m);
  });
});
