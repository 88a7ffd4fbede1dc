import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import type { PickleStep, PickleStepArgument } from '@cucumber/messages';
import { expect } from 'chai';
import { EXTERNAL_PLAN, MAIN_PLAN, plansOf, shippedEnvironment } from '../support/composed-plans';
import { featureFile, featuresBelow } from '../support/features/feature-tree';
import type { LoadedDefinition } from '../support/features/step-rules';
import { loadedDefinitions } from '../support/loaded-definitions';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';

const PLANS = [MAIN_PLAN, EXTERNAL_PLAN]
  .flatMap((plan) => plansOf(shippedEnvironment('contoso.yaml'), plan))
  .map(({ uri, text }) => featureFile(uri, text));
const STEPS = new Map(
  [...featuresBelow('features'), ...PLANS]
    .flatMap(({ pickles }) => pickles.flatMap(({ steps }) => steps))
    .map((step) => [step.text, step] as const),
);
const TABLE = ['| a | b | c | d |'];
const TEXT = ['"""', 'text', '"""'];

/** A step of a feature, what is written below it, and what the error about it has to say. */
interface WrongStep {
  readonly text: string;
  readonly below: readonly string[];
  readonly says: RegExp;
}

/** The error about each step of a feature with these steps; the last scenario has an error that only its execution finds. */
function errorsAbout(steps: readonly WrongStep[], ...options: readonly string[]): Promise<readonly string[]> {
  return inTemporaryFolderAsync(async (folder) => {
    const lines = ['Feature: Wrong', '  Rule: A', '    Example: Wrong steps'];
    const numbers = steps.map(({ text, below }) => {
      lines.push(`      * ${text}`, ...below.map((line) => `        ${line}`));
      return lines.length - below.length;
    });
    const early = ['    Example: Unknown value', '      * the operator runs "{no such value}"'];
    writeFileSync(join(folder, 'wrong.feature'), `${[...lines, ...early].join('\n')}\n`);
    const { status, stdout, stderr } = await rehearseHere(['run', 'wrong.feature', ...options], folder);
    expect(readdirSync(folder)).to.deep.equal(['wrong.feature']);
    expect(stdout).to.equal('');
    expect(status, stderr).to.equal(2);
    expect(stderr, 'nothing was executed').not.to.include('no such value');
    const errors = stderr.replace(/^error: /, '').split('\n');
    return numbers.map((line) => errors.filter((error) => error.startsWith(`wrong.feature:${line}: `)).join('\n'));
  });
}

function rowsOf({ dataTable }: PickleStepArgument): readonly string[] {
  return (dataTable?.rows ?? []).map(({ cells }) => `| ${cells.map(({ value }) => value).join(' | ')} |`);
}

/** The step with everything below it that its definition does not take. */
function wrongly({ text, argument }: PickleStep): readonly WrongStep[] {
  if (!argument)
    return [TABLE, TEXT].map((below) => ({ text, below, says: /takes no table and no doc string; remove/ }));
  const missing = { text, below: [], says: /this step takes a .*; add it below the step/ };
  if (argument.docString) return [missing, { text, below: TABLE, says: /takes a doc string.*; found a table/ }];
  const [header = '', ...rows] = rowsOf(argument);
  return [
    missing,
    { text, below: TEXT, says: /this step takes a table with .*; found a doc string/ },
    { text, below: [header, ...rows].map((row) => `${row} x |`), says: /this step takes a table with / },
  ];
}

/** A step of the features for each definition. */
function examplesOf(definitions: readonly LoadedDefinition[]): readonly PickleStep[] {
  return definitions.flatMap(({ matches }) => [...STEPS.values()].find(({ text }) => matches(text)) ?? []);
}

/** The text with a letter left out in the middle of its longest word outside quotes. */
function misspelt(text: string): string {
  const unquoted = text.replace(/"[^"]*"/g, (quoted) => ' '.repeat(quoted.length));
  const words = unquoted.match(/[a-z]+/g) ?? [];
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  const at = unquoted.indexOf(longest) + Math.floor(longest.length / 2);
  return text.slice(0, at) + text.slice(at + 1);
}

describe('Errors in steps', () => {
  let definitions: readonly LoadedDefinition[] = [];
  before(async () => {
    definitions = await loadedDefinitions();
  });

  it('are all told before the first scenario: tables and doc strings that a step does not take', async () => {
    const examples = examplesOf(definitions);
    expect(examples).to.have.lengthOf(definitions.length);
    const wrong = examples.flatMap(wrongly);
    const errors = await errorsAbout(wrong);
    const unsaid = wrong.filter(({ says }, index) => !says.test(errors[index] ?? ''));
    expect(unsaid).to.deep.equal([]);
    expect(wrong.length).to.be.greaterThan(2 * definitions.length);
  });

  it('are all told before the first scenario: misspelt steps, each with the step that was meant', async () => {
    const known = (text: string) => definitions.some(({ matches }) => matches(text));
    const texts = examplesOf(definitions).flatMap(({ text }) => (known(misspelt(text)) ? [] : [text]));
    const wrong = texts.map((text) => ({ text: misspelt(text), below: [], says: /this step is not known/ }));
    const errors = await errorsAbout(wrong);
    const unsaid = texts.filter((text, index) => !errors[index]?.includes(`"${text}"`));
    expect(unsaid).to.deep.equal([]);
    expect(texts.length * 2).to.be.greaterThan(definitions.length);
  });

  it('are told before the first scenario of a parallel run', async () => {
    const wrong = { text: 'the frist Edge Server trusts the issuing authority', below: [], says: /x/ };
    const [error] = await errorsAbout([wrong], '--parallel', '2');
    expect(error).to.include('"the first Edge Server trusts the issuing authority"');
  });

  it('without a similar step refer to the definitions', async () => {
    const [error] = await errorsAbout([{ text: 'the moon is full', below: [], says: /x/ }]);
    expect(error).to.match(/"the moon is full": this step is not known; rehearse steps lists/);
  });
});
