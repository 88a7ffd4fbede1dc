import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { mediaTypeOf } from '../../../src/evidence/records';
import { readStream } from '../../runbook/sample';
import { rehearse } from '../../support/rehearse';
import { inProject } from './project';

/** Every kind of program, and a feature in a language for which the package has no words. */
const PROJECT = {
  'rehearse.config.yaml': 'features: [features]\nsteps: [steps]\nout: results\n',
  'features/house.feature': `Feature: House rules

  @procedure
  Scenario: The rules of the house
    Given the pool has been set up
    When the rule of the house is applied to EDGE01
    And the project records:
      | name  | value |
      | owner | PKI   |
    Then the project counts 3 servers
`,
  'features/haus.feature': `# language: de
Funktionalität: Hausregeln

  Szenario: Die Regeln des Hauses
    Angenommen the pool has been set up
    Dann zählt das Projekt 3 Server
`,
  'lib/count.cjs': 'exports.count = (world) => world.pool.servers.length;\n',
  'steps/count.js': `const { Then } = require('certificate-rehearsal/steps');
const { count } = require('../lib/count.cjs');
function counts(expected) { if (count(this) !== expected) throw new Error('found ' + count(this)); }
Then('the project counts {int} servers', counts);
Then('zählt das Projekt {int} Server', counts);
`,
  'steps/rule.mjs': `import { Given } from '@cucumber/cucumber';
import { judgeDeployment } from 'certificate-rehearsal';
Given('the rule of the house is applied to {server}', async function (server) {
  await Promise.resolve();
  if (!server.includes('.')) throw new Error('no FQDN: ' + server);
  this.judge(judgeDeployment);
});
`,
  'steps/record.ts': `import { pairsOf, tableOf, When, type RehearsalWorld } from 'certificate-rehearsal/steps';
const RECORD = tableOf('name', 'value');
When('the project records:', RECORD, function (this: RehearsalWorld, table: Parameters<typeof pairsOf>[0]): void {
  const [row] = RECORD.rowsOf(table);
  if (row?.value !== 'PKI') throw new Error('no owner');
});
`,
  'tsconfig.json':
    '{ "compilerOptions": { "module": "commonjs", "target": "es2022", "rootDir": "." }, "ts-node": { "transpileOnly": true } }',
};

/** The steps whose evidence has that type. */
function stepsWith(mediaType: string, messages: readonly Envelope[]): readonly (string | undefined)[] {
  const steps = messages.flatMap(({ pickle }) => pickle?.steps ?? []);
  const testSteps = messages.flatMap(({ testCase }) => testCase?.testSteps ?? []);
  const attached = messages.flatMap(({ attachment }) => (attachment?.mediaType === mediaType ? [attachment] : []));
  return attached.map(({ testStepId }) => {
    const { pickleStepId } = testSteps.find(({ id }) => id === testStepId) ?? {};
    return steps.find(({ id }) => id === pickleStepId)?.text;
  });
}

describe("The user's step definitions", () => {
  it('run beside those of the package, and a change of what they load makes their results stale', () => {
    inProject(PROJECT, (folder) => {
      const ran = rehearse(['run'], folder);
      expect(ran.stdout, ran.stderr).to.match(/^scenarios {2}2 passed$/m);
      expect(ran.status).to.equal(0);
      const messages = readStream(readFileSync(join(folder, 'results', 'messages.ndjson'), 'utf8'));
      expect(stepsWith(mediaTypeOf('findings'), messages), 'the evidence of a step that awaits').to.deep.equal([
        'the rule of the house is applied to EDGE01',
      ]);
      const page = (out: string, name: string) => readFileSync(join(folder, out, 'runbook', name), 'utf8');
      expect(page('results', 'procedure-house.html')).not.to.include('lib/count.cjs');
      writeFileSync(join(folder, 'lib', 'count.cjs'), 'exports.count = () => 3;\n');
      const rendered = rehearse(['render', 'results', '--out', 'again'], folder);
      expect(rendered.status, rendered.stderr).to.equal(0);
      expect(page('again', 'procedure-house.html')).to.include('lib/count.cjs').and.to.include('stale');
    });
  });
});
