import { defineParameterType } from '@cucumber/cucumber';
import { type Period, readPeriod } from '../../../src/adcs/period';
import { FeatureError } from '../feature-error';

/** What features say about the state of an authority, and about lifetimes. */

defineParameterType({
  name: 'lifetime',
  regexp: /\d+ (?:hours?|days?|weeks?|months?|years?)/,
  transformer(phrase: string): Period {
    const period = readPeriod(phrase);
    if (!period) throw new FeatureError(`"${phrase}" is not a lifetime; write 200 days, 18 months or 2 years`);
    return period;
  },
});

defineParameterType({
  name: 'runs',
  regexp: /runs|does not run/,
  transformer: (phrase: string) => phrase === 'runs',
});

defineParameterType({
  name: 'day',
  regexp: /20\d\d-[01]\d-[0-3]\d/,
  transformer: (phrase: string) => `${phrase}T09:00:00Z`,
});
