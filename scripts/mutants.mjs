/**
 * The test runner plug-in for StrykerJS. It runs the features against each mutant, then the tests of pages, files
 * and policies, which features do not cover. The simulation has memos, so each mutant loads the modules of dist/ again; packages stay
 * loaded.
 *
 *   node scripts/mutants.mjs    compiles the instrumented sources file by file, without type checks
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const require = createRequire(join(process.cwd(), 'package.json'));

/** Properties that contain only wording. A change of wording is not a mutant. */
const WORDING = ['detail', 'remedy', 'title', 'symptom', 'cause', 'check', 'fix', 'source', 'message'];
const wording = {
  shouldIgnore: ({ node }) =>
    node.type === 'ObjectProperty' && WORDING.includes(node.key.name) ? 'what a message says is no rule' : undefined,
};

/** The folders of tests that run where no feature finds a mutant: those of the mutated rooms and of the rooms above. */
const TESTED_WITH = ['adcs', 'windows', 'products', 'judge', 'operator', 'world'];

/** Further folders of tests for the mutants of a room: plans, states and exploration execute the rules of a product, too. */
const ALSO_TESTED_WITH = { products: ['plan', 'cli/init', 'pool-state', 'exploration'] };

/** Ends a mutant that never ends. Far above what the tests take on a loaded machine. */
const TEST_LIMIT_MS = 600_000;

class Features {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    const failed = (await run()) ?? testsFailed('none');
    if (failed) return { status: 'error', errorMessage: failed };
    return { status: 'complete', tests: [{ id: 'features', name: 'features', status: 0, timeSpentMs: 1 }] };
  }

  async mutantRun({ activeMutant }) {
    globalThis.__stryker__ = { activeMutant: activeMutant.id };
    const failureMessage = (await run()) ?? testsFailed(activeMutant.id, activeMutant.fileName);
    return failureMessage
      ? { status: 'killed', killedBy: ['features'], failureMessage, nrOfTests: 1 }
      : { status: 'survived', nrOfTests: 1 };
  }
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'features', injectableClass: Features },
  { kind: 'Ignore', name: 'wording', value: wording },
];

/** Runs the features on shipped environments until a step fails. Returns that step, or undefined. */
async function run() {
  for (const environment of (process.env.MUTANTS_ON ?? 'contoso').split(',')) {
    const failed = await runOn(environment);
    if (failed) return `${environment}: ${failed}`;
  }
  return undefined;
}

async function runOn(environment) {
  const { loadConfiguration, loadSupport, runCucumber } = require('@cucumber/cucumber/api');
  const own = join(process.cwd(), 'dist') + sep;
  for (const name of Object.keys(require.cache)) if (name.startsWith(own)) delete require.cache[name];
  const provided = { require: ['dist/steps/**/*.js'], format: ['summary'], failFast: true };
  const { runConfiguration } = await loadConfiguration({ file: false, provided });
  const worldParameters = { environmentFile: join('environments', `${environment}.yaml`) };
  let failed;
  try {
    const support = await loadSupport(runConfiguration);
    const order = { ...runConfiguration, support, runtime: { ...runConfiguration.runtime, worldParameters } };
    const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });
    const { success } = await runCucumber(order, { stdout, stderr: stdout }, ({ testStepFinished: step }) => {
      const { status = 'PASSED', message = '' } = step?.testStepResult ?? {};
      if (status !== 'PASSED' && status !== 'SKIPPED') failed ??= message.split('\n')[0] || status;
      if (status === 'SKIPPED' && environment === 'contoso') failed ??= 'a step was skipped';
    });
    return success ? failed : (failed ?? 'the features could not be run');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Runs the tests of these rooms in a separate process, those of the mutated room first, until a test fails. Returns a
 * message if one fails, or undefined.
 *
 * @param fileName the mutated file; without it, the tests for all rooms run
 */
function testsFailed(mutant, fileName) {
  const isMutated = (folder) => fileName?.includes(`/src/${folder}/`) ?? true;
  const mutated = TESTED_WITH.filter(isMutated);
  const further = mutated.flatMap((folder) => ALSO_TESTED_WITH[folder] ?? []);
  const folders = [...new Set([...mutated, ...further, ...TESTED_WITH])];
  const files = folders.flatMap((folder) =>
    readdirSync(join('dist/tests', folder), { recursive: true, encoding: 'utf8' }).flatMap((name) =>
      name.endsWith('.test.js') ? [`./dist/tests/${folder}/${name}`] : [],
    ),
  );
  const script = files.map((file) => `require(${JSON.stringify(file)})`).join(';');
  const env = { ...process.env, __STRYKER_ACTIVE_MUTANT__: mutant };
  const options = ['--test-reporter=./scripts/first-failure.mjs', '--eval', script];
  const { status } = spawnSync(process.execPath, options, { env, timeout: TEST_LIMIT_MS });
  return status === 0 ? undefined : 'a test failed';
}

function build() {
  const ts = require('typescript');
  const { config } = ts.parseConfigFileTextToJson('tsconfig.json', readFileSync('tsconfig.json', 'utf8'));
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, noEmit: false }, process.cwd());
  // files of sources that have been moved would load as well
  rmSync('dist', { recursive: true, force: true });
  for (const folder of ['src', 'steps', 'tests', 'bench', 'scripts', 'languages']) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    for (const name of names) {
      const target = join('dist', folder, name.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      const source = readFileSync(join(folder, name), 'utf8');
      writeFileSync(target, ts.transpileModule(source, { compilerOptions: options, fileName: name }).outputText);
    }
  }
  // tests render pages, so they need the templates and the catalogues too
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', 'pages', 'languages'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
