import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import * as shape from './support/architecture/shape-rules';
import { report } from './support/report';
import { ROOT } from './support/root';
import { filesBelow, sourceFiles, typescriptBelow } from './support/source-tree';

const CODE = ['src', 'steps', 'templates', 'scripts'];
const ENDINGS = ['.ts', '.mjs', '.css', '.hbs'];

/** File names that rooms share, each with the reason. */
const SHARED_NAMES: Readonly<Record<string, string>> = {
  'product.ts': 'the interface of products, and a product',
  'topology.ts': 'what every product has of pools and servers, and what this product keeps of them',
  'authority.ts': 'the authority, and the work of its operator',
  'certificate.ts': 'the certificate, and the work of its operator',
  'certificate-export.ts': 'the wizard, and the work of its operator',
  'certification-path.ts': 'the path, the page that shows it, and the work of the operator there',
  'certutil.ts': 'the command, and its output',
  'named-values.ts': 'values of every environment, those of the product, and those that a reader replaces',
  'fingerprints.ts': 'the record, and how it is computed',
  'catalogue.ts': 'the data of a language, and where the package keeps it',
  'environment.ts': 'the environment file, and the part of it that a product describes',
  'products.ts': 'the products, and what records name of them',
  'program.ts': 'the command line, and the programs of Windows',
  'render.ts': 'the command, and what it runs',
  'trace.ts': 'the command, and what it runs',
  'site-values.ts': 'values of the product, and the page part that replaces them',
  'sentences.ts': 'sentences of pages, and sentences of features',
};

const paths = ENDINGS.flatMap((ending) => filesBelow(CODE, ending));
const sized = paths.map((path) => {
  return { path, lines: readFileSync(join(ROOT, path), 'utf8').replace(/\n$/, '').split('\n').length };
});

describe('The shape of the source code', () => {
  it('has short files', () => {
    expect(sized.length).to.be.greaterThan(400);
    report('the median file is short', shape.longMedians(sized));
    report('every file is short', shape.longFiles(sized));
  });

  it('has no crowded folder', () => {
    report('folders hold at most 20 files', shape.crowdedFolders([...paths, ...filesBelow(['tests'], '.ts')]));
  });

  it('has a name of its own for each exported type', () => {
    report('type names are unique', shape.repeatedTypes(typescriptBelow(['src', 'steps'])));
  });

  it('has no file name in two rooms without need', () => {
    const needed = Object.keys(SHARED_NAMES);
    report('file names are unique', shape.repeatedNames(paths, needed));
    const unused = needed.filter(
      (name) =>
        shape.repeatedNames(
          paths,
          needed.filter((one) => one !== name),
        ).length === 0,
    );
    expect(unused, 'names that no rooms share any more').to.deep.equal([]);
  });
});

describe('Each rule of the shape can fail', () => {
  const long = { path: 'src/a.ts', lines: 251 };

  it('refuses long files', () => {
    expect(shape.longMedians([long, { path: 'steps/b.ts', lines: 1 }]).map(({ at }) => at)).to.deep.equal(['src']);
    expect(shape.longFiles([long, { path: 'src/b.ts', lines: 250 }]).map(({ at }) => at)).to.deep.equal(['src/a.ts']);
  });

  it('refuses crowded folders', () => {
    const files = Array.from({ length: 21 }, (_, index) => `src/a/${index}.ts`);
    expect(shape.crowdedFolders(files).map(({ at }) => at)).to.deep.equal(['src/a']);
    expect(shape.crowdedFolders(files.slice(1))).to.deep.equal([]);
  });

  it('refuses a type name in two files', () => {
    const a = 'export interface A {} interface B {} export const C = 1;';
    const files = sourceFiles({
      'src/x509/a.ts': a,
      'src/world/b.ts': 'export type A = 1; export class B {} type C = 1;',
    });
    expect(shape.repeatedTypes(files).map(({ what }) => what)).to.deep.equal(['both export the type A']);
  });

  it('refuses a file name in two rooms', () => {
    const files = ['src/x509/a.ts', 'src/world/b/a.ts', 'src/world/c/a.ts', 'src/cli/c.ts'];
    expect(shape.repeatedNames(files, [])).to.have.lengthOf(1);
    expect(shape.repeatedNames(files, ['a.ts'])).to.deep.equal([]);
    expect(shape.repeatedNames(files.slice(1), [])).to.deep.equal([]);
  });
});
