import { defineParameterType } from '@cucumber/cucumber';
import type { RequestChoices } from '../../../src/products/lync-server-2013/tasks/request';
import type { Deployment } from '../../../src/world/deployment';
import type { RehearsalWorld } from '../../support/world';

/** What the operator answers in the Certificate Wizard when a request is made, by the phrases of the features. */

defineParameterType({
  name: 'requestChoice',
  regexp:
    /into the file "[^"]*"|with a key of \d+ bits|with the alternate template "[^"]*"|with the additional name "[^"]*"|with \d+ additional names|with an organizational unit of \d+ characters|with an exportable key|without an exportable key|while another certificate is selected|that is sent at once/,
  transformer(this: RehearsalWorld, phrase: string): RequestChoices {
    const quoted = /"([^"]*)"/.exec(phrase)?.[1] ?? '';
    if (phrase.startsWith('into')) return { file: this.text(quoted) };
    const count = Number(/\d+/.exec(phrase)?.[0] ?? 0);
    if (phrase.includes('organizational unit')) return { unit: 'U'.repeat(count) };
    if (phrase.endsWith('additional names')) return { alternativeNames: manyNames(this.deployment, count) };
    if (phrase.startsWith('with a key')) return { bitLength: /\d+/.exec(phrase)?.[0] ?? '' };
    if (phrase.startsWith('with the alternate')) return { template: quoted };
    if (phrase.startsWith('with the additional')) return { alternativeNames: [quoted] };
    if (phrase.startsWith('that is sent')) return { atOnce: true };
    if (phrase.startsWith('while')) return { selected: 'SIP Access Edge External' };
    return { exportable: phrase === 'with an exportable key' };
  },
});

/** As many names below the domain. */
function manyNames({ environment: { domain } }: Deployment, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `service${index + 1}.${domain}`);
}
