import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSupport } from '@cucumber/cucumber/api';
import { measure, middle } from './process';

/** Compares `rehearse run` with the same features and empty steps, in turn. Run `npm run build` first. */

const ROOT = join(__dirname, '..');
const ROUNDS = 5;

interface Expression {
  readonly source: string;
  readonly parameters: number;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(ROOT, 'reports-bench-'));
  try {
    writeFileSync(join(folder, 'steps.cjs'), await emptySteps());
    const where = { cwd: ROOT, folder };
    const ours = ['dist/src/cli/main.js', 'run', '--out', join(folder, 'ours')];
    const theirs = [
      'node_modules/@cucumber/cucumber/bin/cucumber.js',
      ...['--config', 'bench/no-configuration.json', '--require', join(folder, 'steps.cjs'), 'features/**/*.feature'],
      ...['--format', `message:${join(folder, 'messages.ndjson')}`, '--format', `junit:${join(folder, 'junit.xml')}`],
    ];
    measure(ours, where);
    measure(theirs, where);
    const pairs = Array.from({ length: ROUNDS }, () => [measure(ours, where), measure(theirs, where)] as const);
    const ratios = pairs.map(([a, b]) => a.milliseconds / b.milliseconds);
    console.log(
      `rehearse run      ${middle(pairs.map(([a]) => a.milliseconds)).toFixed(0)} ms, ${middle(pairs.map(([a]) => a.megabytes)).toFixed(0)} MB peak`,
    );
    console.log(
      `empty steps       ${middle(pairs.map(([, b]) => b.milliseconds)).toFixed(0)} ms, ${middle(pairs.map(([, b]) => b.megabytes)).toFixed(0)} MB peak`,
    );
    console.log(
      `ratio             ${middle(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A step file with the same sentences and empty functions. */
async function emptySteps(): Promise<string> {
  const support = await loadSupport(
    {
      sources: { defaultDialect: 'en', paths: [], names: [], tagExpression: '', order: 'defined' },
      support: { requireModules: [], requirePaths: ['dist/steps/**/*.js'], importPaths: [], loaders: [] },
    },
    { cwd: ROOT },
  );
  const library = support as unknown as {
    stepDefinitions: { pattern: string; code: { length: number } }[];
    parameterTypeRegistry: { parameterTypes: Iterable<{ name: string; regexpStrings: string[] }> };
  };
  const builtIn = new Set([
    'int',
    'float',
    'word',
    'string',
    '',
    'double',
    'bigdecimal',
    'byte',
    'short',
    'long',
    'biginteger',
  ]);
  const types = [...library.parameterTypeRegistry.parameterTypes].filter(({ name }) => !builtIn.has(name));
  const definitions = library.stepDefinitions.map(
    ({ pattern, code }): Expression => ({ source: pattern, parameters: code.length }),
  );
  return [
    "const { Given, defineParameterType } = require('@cucumber/cucumber');",
    ...types.map(
      ({ name, regexpStrings }) =>
        `defineParameterType({ name: ${JSON.stringify(name)}, regexp: ${JSON.stringify(regexpStrings)}.map((r) => new RegExp(r)), transformer: (s) => s });`,
    ),
    ...definitions.map(
      ({ source, parameters }) =>
        `Given(${JSON.stringify(source)}, function (${Array.from({ length: parameters }, (_, i) => `a${i}`).join(', ')}) {});`,
    ),
  ].join('\n');
}

void main();
