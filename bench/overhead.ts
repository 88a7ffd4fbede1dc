import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSupport } from '@cucumber/cucumber/api';

/** `rehearse run` against the same features with empty steps, in turn. Run `npm run build` first. */

const ROOT = join(__dirname, '..');
const ROUNDS = 5;

interface Measured {
  readonly milliseconds: number;
  readonly megabytes: number;
}

interface Expression {
  readonly source: string;
  readonly parameters: number;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(ROOT, 'reports-bench-'));
  try {
    writeFileSync(join(folder, 'steps.cjs'), await emptySteps());
    const ours = ['dist/src/cli/main.js', 'run', '--out', join(folder, 'ours')];
    const theirs = [
      'node_modules/@cucumber/cucumber/bin/cucumber.js',
      ...['--config', 'bench/no-configuration.json', '--require', join(folder, 'steps.cjs'), 'features/**/*.feature'],
      ...['--format', `message:${join(folder, 'messages.ndjson')}`, '--format', `junit:${join(folder, 'junit.xml')}`],
    ];
    measure(folder, ours);
    measure(folder, theirs);
    const pairs = Array.from({ length: ROUNDS }, () => [measure(folder, ours), measure(folder, theirs)] as const);
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

function measure(folder: string, command: readonly string[]): Measured {
  const peak = join(folder, 'peak');
  const env = {
    ...process.env,
    NODE_OPTIONS: `--require ${join(ROOT, 'bench', 'report-memory.cjs')}`,
    PEAK_MEMORY_FILE: peak,
  };
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, env, encoding: 'utf8' });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr}`);
  return { milliseconds, megabytes: Number(readFileSync(peak, 'utf8')) / 1024 };
}

/** A step file that knows the same sentences and does nothing. */
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

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

void main();
