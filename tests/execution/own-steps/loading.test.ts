import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { digestsOfOwn } from '../../../src/cli/fingerprints/own-files';
import { coordinatesOf, ownProgramsAt } from '../../../src/execution/support-code/own-programs';
import { inTemporaryFolder } from '../../support/rehearse';

/** A folder with these files, empty unless a text is given. */
function withFiles(names: Readonly<Record<string, string>>, use: (folder: string) => void): void {
  inTemporaryFolder((made) => {
    const folder = realpathSync(made);
    for (const [name, text] of Object.entries(names)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    use(folder);
  });
}

const COMPILER = { 'node_modules/ts-node/register/index.js': '' };

describe("The user's programs", () => {
  it('are the files with the endings of programs, in order, without packages, hidden files and declarations', () => {
    const names = ['b.mjs', 'a/c.cjs', 'a/d.ts', 'e.js', 'f.d.ts', 'g.json', '.h/i.js', 'node_modules/j/k.js'];
    withFiles(Object.fromEntries(names.map((name) => [name, ''])), (folder) => {
      const found = ownProgramsAt([folder, join(folder, 'e.js')]).map((file) => relative(folder, file));
      expect(found).to.deep.equal(['a/c.cjs', 'a/d.ts', 'b.mjs', 'e.js']);
    });
  });

  it('must exist below each path', () => {
    withFiles({ 'a.txt': '' }, (folder) => {
      expect(() => ownProgramsAt([folder])).to.throw(`${folder} contains no step definitions; they are files that end`);
    });
  });

  it('use the package that runs them', () => {
    const names = {
      'a.js': "require('certificate-rehearsal/steps');",
      'b.js': '',
      'node_modules/certificate-rehearsal/package.json': '{}',
    };
    withFiles(names, (folder) => {
      expect(ownProgramsAt([join(folder, 'b.js')])).to.have.lengthOf(1);
      expect(() => ownProgramsAt([folder])).to.throw(
        /a\.js uses the certificate-rehearsal in .*, and this rehearse is in .*; run npx rehearse in the project/,
      );
    });
  });

  it('are imported; TypeScript is compiled by the ts-node of the project', () => {
    withFiles({ 'a.js': '', 'b.cts': '', ...COMPILER }, (folder) => {
      const [script, typed] = [join(folder, 'a.js'), join(folder, 'b.cts')];
      expect(coordinatesOf([script, typed])).to.deep.equal({
        requireModules: [join(folder, 'node_modules/ts-node/register/index.js')],
        requirePaths: [typed],
        importPaths: [script],
      });
    });
  });

  it('are read by Node.js where ts-node cannot, or are refused', () => {
    const reads = Boolean(Reflect.get(process.features, 'typescript'));
    const names = { 'alone/a.ts': '', 'modules/package.json': '{ "type": "module" }', 'modules/b.ts': '' };
    withFiles({ ...names, 'modules/node_modules/ts-node/register/index.js': '' }, (folder) => {
      for (const [name, needs] of [
        [
          'alone/a.ts',
          /does not read TypeScript; install ts-node and typescript in its project, or use Node\.js 22\.18/,
        ],
        ['modules/b.ts', /does not read TypeScript; as an ECMAScript module, it needs Node\.js 22\.18/],
      ] as const) {
        const file = join(folder, name);
        if (reads) expect(coordinatesOf([file]).importPaths).to.deep.equal([file]);
        else expect(() => coordinatesOf([file])).to.throw(needs);
      }
    });
  });
});

describe("The digests of the user's programs", () => {
  const FILES = {
    'steps/a.mjs': "import './b.js';\nexport { c } from '../lib/c.js';\nawait import('../lib/d.mjs');\n",
    'steps/b.js': "require('../lib/e');\nrequire('not-relative');\n",
    'lib/c.ts': 'export const c = 1;\n',
    'lib/d.mjs': '',
    'lib/e/index.js': "require('../../steps/b.js');\n",
    'lib/unused.js': '',
  };

  it('are those of the files and of everything that they import by relative paths', () => {
    withFiles(FILES, (folder) => {
      const names = Object.keys(digestsOfOwn(['steps'], folder) ?? {});
      expect(names).to.deep.equal(['lib/c.ts', 'lib/d.mjs', 'lib/e/index.js', 'steps/a.mjs', 'steps/b.js']);
      const before = digestsOfOwn(['steps'], folder);
      expect(digestsOfOwn(['steps'], folder)).to.deep.equal(before);
      writeFileSync(join(folder, 'lib', 'e', 'index.js'), '// changed\n');
      expect(digestsOfOwn(['steps'], folder)).not.to.deep.equal(before);
    });
  });

  it('are not known where a path does not exist', () => {
    withFiles(FILES, (folder) => expect(digestsOfOwn(['steps', 'elsewhere'], folder)).to.equal(undefined));
  });
});
