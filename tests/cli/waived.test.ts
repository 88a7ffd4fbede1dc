import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { AFTERWARDS, WAIVED, WHILE_WAIVED } from '../support/features/waived-features';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';

const FEATURE = 'chain.feature';
const RUN = ['run', FEATURE, '--out', 'out'];
const AGAIN = [...RUN, '--only-stale'];

function inFolderWith(text: string, use: (folder: string) => Promise<void>): Promise<void> {
  return inTemporaryFolderAsync((folder) => {
    writeFileSync(join(folder, FEATURE), text);
    return use(folder);
  });
}

test('what is waived is not executed, and is said with its reason and its day wherever results are said', async () => {
  await inFolderWith(WAIVED, async (folder) => {
    const { status, stdout, stderr } = await rehearseHere(RUN, folder, WHILE_WAIVED);
    expect(status, stderr).to.equal(0);
    expect(stdout).to.match(/^scenarios {2}1 passed, 2 waived\nsteps {6}4 passed, 6 waived\n/);
    expect(stdout).to.include(
      `  waived  ${FEATURE}:7: The path ends in a root\n          until 2027-01-31: the authority is being moved\n` +
        `  waived  ${FEATURE}:26: The download is tried on an Edge Server\n          nobody may touch an Edge Server this week\n`,
    );
    const junit = readFileSync(join(folder, 'out', 'junit.xml'), 'utf8');
    expect(junit).to.match(/^<testsuite [^>]*tests="3" skipped="2" failures="0"/m);
    expect(junit).to.include('<![CDATA[waived until 2027-01-31: the authority is being moved]]>');
    expect(junit).to.include('<![CDATA[waived: nobody may touch an Edge Server this week]]>');
    expect(readFileSync(join(folder, 'out', 'messages.ndjson'), 'utf8')).not.to.include('"message":"waived');
    const json = JSON.parse((await rehearseHere([...RUN, '--json'], folder, WHILE_WAIVED)).stdout);
    expect(json.scenarios).to.include({ passed: 1, waived: 2, skipped: 0 });
    expect(json.waived).to.deep.equal([
      { scenario: `${FEATURE}: The path ends in a root`, reason: 'the authority is being moved', until: '2027-01-31' },
      {
        scenario: `${FEATURE}: The download is tried on an Edge Server`,
        reason: 'nobody may touch an Edge Server this week',
        until: '',
      },
    ]);
  });
});

test('a sentence that only waived scenarios execute is waived, not verified', async () => {
  await inFolderWith(WAIVED, async (folder) => {
    await rehearseHere(RUN, folder, WHILE_WAIVED);
    const { stdout } = await rehearseHere(['trace', 'out'], folder, WHILE_WAIVED);
    const states = stdout.split('\n').filter((line) => /^04952-(130|133|138)\t/.test(line));
    expect(states).to.deep.equal([
      '04952-130\twaived\tnobody may touch an Edge Server this week',
      '04952-133\tverified\tchain.feature:14: http instead of https',
      '04952-138\twaived\tthe authority is being moved',
    ]);
  });
});

test('after its last day a waiver holds no longer: what was waived is run again, by --only-stale too', async () => {
  await inFolderWith(WAIVED, async (folder) => {
    await rehearseHere(RUN, folder, WHILE_WAIVED);
    expect((await rehearseHere(AGAIN, folder, WHILE_WAIVED)).stdout).to.match(/^stale {6}nothing is stale/);
    const traced = (await rehearseHere(['trace', 'out'], folder, AFTERWARDS)).stdout;
    expect(traced).to.include('04952-138\tskipped\tthe authority is being moved\n');
    const again = await rehearseHere(AGAIN, folder, AFTERWARDS);
    expect(again.stdout).to.match(/^stale {6}1 feature was run again\nscenarios {2}2 passed, 1 waived\n/);
    expect((await rehearseHere(['trace', 'out'], folder, AFTERWARDS)).stdout).to.include('04952-138\tverified\t');
    expect((await rehearseHere(AGAIN, folder, AFTERWARDS)).stdout).to.match(/^stale {6}nothing is stale/);
  });
});

test('a waiver that says nothing that could be kept to is a mistake of the feature; nothing is written', async () => {
  for (const [right, wrong, at] of [
    ['  # waived until 2027-01-31: the authority is being moved\n', '', '5: @waived gives no reason'],
    ['  @waived\n  Example', '  Example', '5: a reason for @waived, and what follows it, on line 6, is not tagged so'],
    ['2027-01-31', '2027-01-32', '5: "2027-01-32" is no day of the calendar'],
  ] as const) {
    await inFolderWith(WAIVED.replace(right, wrong), async (folder) => {
      const { status, stderr } = await rehearseHere(RUN, folder, WHILE_WAIVED);
      expect(status).to.equal(2);
      expect(stderr)
        .to.match(/^error: /m)
        .and.include(`error: ${FEATURE}:${at}`);
      expect(existsSync(join(folder, 'out'))).to.equal(false);
    });
  }
});
