import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { LYNC_SERVER_2013 } from '../../src/products/lync-server-2013/product';
import { PRODUCTS } from '../../src/products/products';
import { EnvironmentError } from '../../src/world/environment-file/environment-error';
import {
  type NamedEnvironment,
  type NamedValue,
  namedEnvironment,
} from '../../src/world/environment-file/environment-names';
import { readEnvironment } from '../../src/world/environment-file/read-environment';
import { ROOT } from '../support/root';

const FOLDER = join(ROOT, 'environments');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

/** Values that some names accept and no value that all names accept. */
const TRIED = [
  ...['dns', 'none', '1024', '3072'],
  ...['edge09.other.example', 'edge09', `${'a'.repeat(60)}.other.example`, 'OTHER\\someone', 'Someone', 'C:\\other\\x'],
  ...[
    'C:\\con\\x',
    'Other: "A" #1',
    '其他',
    ' blank',
    'other$',
    'Z:',
    'DE',
    'de',
    'a/b',
    'x'.repeat(100),
    '',
    'tab\there',
  ],
];

describe('The names in an environment', () => {
  for (const file of FILES) {
    const environment = readEnvironment(readFileSync(join(FOLDER, file), 'utf8'), file, PRODUCTS);
    const named = namedEnvironment(environment, LYNC_SERVER_2013);

    it(`leave ${file} as it is when they are written back`, () => {
      expect(readEnvironment(written(named), file, PRODUCTS)).to.deep.equal(environment);
      expect(named.names.filter(({ pattern, value }) => !new RegExp(pattern, 'u').test(String(value)))).to.deep.equal(
        [],
      );
    });

    it(`of ${file} accept what the file accepts, and nothing else`, () => {
      const wrong = named.names.flatMap(({ path, pattern }, index) =>
        TRIED.filter((value) => new RegExp(pattern, 'u').test(value) !== isAccepted(named, index, value)).map(
          (value) => `${path}: ${value}`,
        ),
      );
      expect(wrong).to.deep.equal([]);
    });
  }
});

function written({ names, file }: NamedEnvironment, index = -1, value = ''): string {
  return file
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const named = names[piece];
      if (!samePlace(named, names[index])) return JSON.stringify(named?.value);
      return typeof named?.value === 'number' && /^\d+$/.test(value) ? value : JSON.stringify(value);
    })
    .join('');
}

/** A template is named twice in a file. */
function samePlace(one: NamedValue | undefined, other: NamedValue | undefined): boolean {
  return one === other || (one?.name === 'template' && other?.name === 'template');
}

/**
 * Whether the file accepts the value. Errors about other names do not count, because those names must change as well;
 * nor does an account of another domain, whose NetBIOS name must.
 */
function isAccepted(named: NamedEnvironment, index: number, value: string): boolean {
  try {
    readEnvironment(written(named, index, value), 'rehearsal.yaml', PRODUCTS);
    return true;
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    const changed = named.names.filter((one) => samePlace(one, named.names[index]));
    const paths = changed.map(({ path }) => path.replace(/\.(\d+)/g, '[$1]'));
    return error.errors.every(
      ({ path, accepted }) => !paths.includes(path) || accepted.includes('(the domain of netbios)'),
    );
  }
}
