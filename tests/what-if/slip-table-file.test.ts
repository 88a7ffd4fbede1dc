import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { otherGrounds, restsOn } from '../../src/cli/slips/slip-grounds';
import { readSlips } from '../../src/cli/slips/slip-table-file';
import type { SlipTable } from '../../src/evidence/slip-records';
import { InputError } from '../../src/input-error';
import { recordingOf } from '../../src/recording/recording';
import { GROUNDS, grounded } from '../runbook/recording/grounded';
import { recordSample } from '../runbook/sample';
import { FEATURE, TABLE } from '../runbook/slips/sample-slips';
import { inTemporaryFolder } from '../support/rehearse';

describe('The file with the slips', () => {
  it('is read as it was written', () => {
    expect(read(JSON.stringify(TABLE))).to.deep.equal(TABLE);
  });

  it('is refused with the field that is wrong, or if there is none', () => {
    const { slips, ...without } = TABLE;
    const again = 'write the file again with: rehearse what-if --out DIR';
    const wrong = { ...TABLE, slips: [{ ...slips[0], outcome: 'perhaps' }] };
    expect(() => read(JSON.stringify(without))).to.throw(InputError, /^.*slips\.json: slips: /);
    expect(() => read(JSON.stringify(wrong))).to.throw(InputError, /slips\.json: slips\.0\.outcome: .*"perhaps"/);
    expect(() => read('{')).to.throw(InputError, again);
    expect(() => readSlips('nowhere.json')).to.throw(InputError, 'there is no file nowhere.json');
  });
});

describe('A table of slips', () => {
  const recording = recordingOf(recordSample().map(grounded));
  const text = recording.features.flatMap(({ uri, scenarios: [first] }) => [
    [uri, first?.provenance?.text ?? ''] as const,
  ]);
  const features = Object.fromEntries(text.map(([uri, one]) => [uri, sha256(one)]));
  const { steps, simulation, environment } = GROUNDS;
  const own = { steps, simulation, environment, own: {}, features };
  const tableOn = (grounds: Partial<SlipTable['grounds']>): SlipTable => ({
    ...TABLE,
    grounds: { ...own, ...grounds },
  });

  it('belongs to a run on the same programs, environment and features', () => {
    expect(otherGrounds(tableOn({}), recording)).to.deep.equal([]);
    expect(otherGrounds(tableOn({ features: { [FEATURE]: 'elsewhere' } }), recording)).to.deep.equal([]);
  });

  const others: readonly (readonly [Partial<SlipTable['grounds']>, string])[] = [
    [{ simulation: 'other' }, 'the simulation'],
    [{ steps: 'other' }, 'the step definitions'],
    [{ environment: 'other' }, 'the environment file'],
    [{ own: { 'steps/mine.js': 'other' } }, 'the programs of the project'],
    [{ features: { ...features, [text[0]?.[0] ?? '']: 'other' } }, text[0]?.[0] ?? ''],
  ];
  for (const [grounds, what] of others) {
    it(`does not belong to a run after a change of ${what}`, () => {
      expect(otherGrounds(tableOn(grounds), recording)).to.deep.equal([what]);
      expect(restsOn(tableOn(grounds), own)).to.equal(false);
    });
  }

  it('is used again by a run on exactly the same', () => {
    expect(restsOn(tableOn({}), own)).to.equal(true);
    expect(restsOn(tableOn({}), { ...own, features: {} })).to.equal(false);
  });
});

function read(text: string): SlipTable {
  return inTemporaryFolder((folder) => {
    const file = join(folder, 'slips.json');
    writeFileSync(file, text);
    return readSlips(file);
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
