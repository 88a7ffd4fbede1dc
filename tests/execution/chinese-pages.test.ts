import { describe, it } from 'node:test';
import { fullRun } from '../runbook/whole-run/full-run';
import { report } from '../support/report';
import { onEnvironment } from '../support/shared-run';
import { mixedOn } from '../translation/mixed-sentences';
import { englishOnScreen } from '../translation/screen-texts';

const ENVIRONMENTS = ['single-server.yaml', 'standalone-ca.yaml', 'three-tier-zh-TW.yaml'];

for (const environment of ENVIRONMENTS) {
  describe(`The pages in Chinese on ${environment}`, () => {
    const run = fullRun(...onEnvironment(environment));

    it('have no window with an English label, option or message', () => {
      const found = englishOnScreen(run.messages, environment);
      report(
        environment,
        found.map(({ text, at }) => ({ at, what: text })),
      );
    });

    it('have no sentence that is half English or lacks its object', () => {
      report(environment, mixedOn(run, environment));
    });
  });
}
