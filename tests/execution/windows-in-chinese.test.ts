import { describe, it } from 'node:test';
import { fullRun } from '../runbook/whole-run/full-run';
import { report } from '../support/report';
import { onEnvironment } from '../support/shared-run';
import { englishOnScreen } from '../translation/screen-texts';

describe('The windows in Chinese have no English label, option or message', () => {
  for (const environment of ['single-server.yaml', 'standalone-ca.yaml', 'three-tier-zh-TW.yaml']) {
    it(`on ${environment}`, () => {
      const found = englishOnScreen(fullRun(...onEnvironment(environment)).messages, environment);
      report(
        environment,
        found.map(({ text, at }) => ({ at, what: text })),
      );
    });
  }
});
