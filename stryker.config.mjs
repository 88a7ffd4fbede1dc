/**
 * Mutation testing of the rooms whose rules the features cover: `npm run mutants`. A mutant is one small change of the
 * source, which a scenario must detect.
 */
export default {
  // MUTANTS_AT: files, or lines of files, such as src/adcs/template.ts:49-52
  mutate:
    process.env.MUTANTS_AT?.split(',') ??
    (process.env.MUTANTS_IN ?? 'judge,windows,products,adcs').split(',').map((room) => `src/${room}/**/*.ts`),
  plugins: ['./scripts/mutants.mjs'],
  testRunner: 'features',
  // tests may detect mutants that no feature reaches
  coverageAnalysis: 'off',
  buildCommand: 'node scripts/mutants.mjs',
  tsconfigFile: 'none',
  ignorers: ['wording'],
  // labels, codes and messages: scenarios that name a text check its wording
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: 2,
  // modules that are loaded again for each mutant are never released
  maxTestRunnerReuse: 50,
  timeoutMS: 600_000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'reports/mutants.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: '.stryker-tmp',
};
