/** The shipped environment files, and what reading an edited one says. */
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCTS } from '../../src/products/products';
import { EnvironmentError, type FileError } from '../../src/world/environment-file/environment-error';
import { readEnvironment } from '../../src/world/environment-file/read-environment';
import { ROOT } from '../support/root';
import type { Case } from './environment-case';

export const SHIPPED = ['contoso.yaml', 'single-server.yaml', 'standalone-ca.yaml', 'three-tier-zh-TW.yaml'];
export const CONTOSO = shipped('contoso.yaml');

export function shipped(name: string): string {
  return readFileSync(join(ROOT, 'environments', name), 'utf8');
}

export function mistakesIn(text: string): readonly FileError[] {
  try {
    readEnvironment(text, 'rehearsal.yaml', PRODUCTS);
    return [];
  } catch (error) {
    assert(error instanceof EnvironmentError, String(error));
    return error.errors;
  }
}

/** Contoso's text after the edit, and the position of its error. */
export function edited({ from, to, at = '«' }: Case): { text: string; line: number; column: number } {
  assert(CONTOSO.includes(from), `contoso.yaml has no ${JSON.stringify(from)}`);
  const marked = CONTOSO.replace(from, () => to);
  assert.equal(marked.split(at).length, 2, `one place is at ${JSON.stringify(at)}`);
  const before = marked.slice(0, marked.indexOf(at)).split('\n');
  return { text: marked.replace('«', ''), line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
