import fc from 'fast-check';

/**
 * The seed of all properties. It is fixed, so that equal sources give equal results. `TEST_SEED=N npm test` uses
 * another seed. A failing property prints the seed.
 */
export const SEED = Number(process.env.TEST_SEED ?? 20131107);

fc.configureGlobal({ seed: SEED });

export { fc };
