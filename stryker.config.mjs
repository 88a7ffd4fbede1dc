/**
 * Mutation testing of the rooms whose rules the features show: `npm run mutants`. Each mutant is one small change of the
 * source; a scenario has to notice it.
 */
export default {
  mutate: (process.env.MUTANTS_IN ?? 'judge,windows,products,adcs').split(',').map((room) => `src/${room}/**/*.ts`),
  plugins: ['./scripts/mutants.mjs'],
  testRunner: 'features',
  // what no feature reaches, a test may
  coverageAnalysis: 'off',
  buildCommand: 'node scripts/mutants.mjs',
  tsconfigFile: 'none',
  ignorers: ['wording'],
  // labels, codes and messages: what a text says is checked where a scenario names it
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: 2,
  // modules loaded anew for each mutant are never given back
  maxTestRunnerReuse: 50,
  timeoutMS: 60_000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'reports/mutants.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: '.stryker-tmp',
};
