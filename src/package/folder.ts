import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FROM_SOURCES = __filename.endsWith('.ts');

/** The package's own folder: two levels up from here in the sources, three in the compiled program. */
export const PACKAGE = FROM_SOURCES ? join(__dirname, '..', '..') : join(__dirname, '..', '..', '..');

/** The folder of the program that runs: the sources under ts-node, else the compiled program. */
export const PROGRAM = FROM_SOURCES ? PACKAGE : join(PACKAGE, 'dist');

/** The program that loads the step definitions. */
export const STEPS = join(PROGRAM, 'steps', FROM_SOURCES ? 'index.ts' : 'index.js');

/** The program that adds the Chinese sentences to the step definitions. Load it after them. */
export const CHINESE_STEPS = join(PROGRAM, 'languages', FROM_SOURCES ? 'definitions.ts' : 'definitions.js');

/** The folder of the step definitions. */
export const DEFINITIONS = join(PROGRAM, 'steps');

/** The features of the package. */
export const FEATURES = join(PACKAGE, 'features');

/** The environments of the package. */
export const ENVIRONMENTS = join(PACKAGE, 'environments');

/** The environment of a run without the option `--environment`. */
export const DEFAULT_ENVIRONMENT = join(ENVIRONMENTS, 'contoso.yaml');

/** The folder that `rehearse init --procedure` copies. */
export const FIRST_PROCEDURE = join(PACKAGE, 'examples', 'first-procedure');

/** The script that collects the state of a real server. */
export const COLLECTOR = join(ENVIRONMENTS, 'collect-pool-state.ps1');

/** The version in package.json. */
export function version(): string {
  return String(manifest().version);
}

/** The least version of Node.js in package.json. */
export function leastNode(): readonly [major: number, minor: number] {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(manifest().engines.node) || [];
  return [Number(major), Number(minor)];
}

function manifest(): { readonly version: string; readonly engines: { readonly node: string } } {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
}
