import test, { describe } from 'node:test';
import { expect } from 'chai';
import { bind } from '../../../src/operator/powershell/bind';
import type { Bound, Cmdlet } from '../../../src/operator/powershell/cmdlet';
import { parseLine } from '../../../src/operator/powershell/parse-line';
import { Refusal } from '../../../src/refusal';

/** A cmdlet with every kind of parameter. */
const CMDLET: Cmdlet = {
  name: 'Set-Sample',
  source: 'none: a sample',
  asks: true,
  defaultSet: 'Name',
  parameters: [
    { name: 'Name', type: 'String', position: 0, mandatory: true, sets: ['Name'] },
    { name: 'Path', type: 'String', position: 0, mandatory: true, aliases: ['FullName'], sets: ['Path'] },
    { name: 'Type', type: 'String', list: true, position: 1, values: ['Internal', 'External', 'Extra'] },
    { name: 'Size', type: 'Int32', values: ['1024', '2048'] },
    { name: 'Exportable', type: 'Boolean' },
    { name: 'Date', type: 'DateTime' },
    { name: 'Filter', type: 'ScriptBlock' },
    { name: 'Secret', type: 'SecureString', simulated: false },
    { name: 'Quiet', type: 'SwitchParameter' },
  ],
  run: ({ deployment }) => ({ deployment }),
};

function boundBy(line: string, cmdlet: Cmdlet = CMDLET): Bound {
  const [part] = parseLine('server', line)[0]?.parts ?? [];
  return bind({ on: 'server', cmdlet, words: part?.words ?? [], input: undefined, resultOf: () => [] });
}

function refusalOf(line: string, cmdlet?: Cmdlet): string {
  try {
    boundBy(line, cmdlet);
    return 'bound';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
}

/** Lines, each with the values of parameters. */
const BOUND: Readonly<Record<string, Readonly<Record<string, string | boolean | readonly string[]>>>> = {
  'Set-Sample -Name a': { Name: ['a'], Path: [], Quiet: false },
  'Set-Sample a': { Name: ['a'] },
  'set-sample -NAME a -qui': { Name: ['a'], Quiet: true },
  'Set-Sample a Internal, external': { Name: ['a'], Type: ['Internal', 'External'] },
  'Set-Sample -Type Int,EXTRA a': { Name: ['a'], Type: ['Internal', 'Extra'] },
  'Set-Sample a -Type:Internal': { Name: ['a'], Type: ['Internal'] },
  'Set-Sample -FullName C:\\a': { Path: ['C:\\a'] },
  'Set-Sample -Path C:\\a Internal': { Path: ['C:\\a'], Type: ['Internal'] },
  'Set-Sample a -Exportable $true': { Exportable: true },
  'Set-Sample a -Exportable 0': { Exportable: false },
  'Set-Sample a -Exportable 1': { Exportable: true },
  'Set-Sample a -Quiet:$false': { Quiet: false },
  'Set-Sample a -Confirm:$False': { Confirm: false },
  'Set-Sample a -wi -vb': { WhatIf: true, Verbose: true },
  'Set-Sample a -Size 2048': { Size: ['2048'] },
  'Set-Sample a -Date "7/31/2014 8:00 AM"': { Date: ['7/31/2014 8:00 AM'] },
  'Set-Sample a -Filter { $_.A -eq "}" }': { Filter: ['$_.A -eq "}"'] },
  'Set-Sample –Name a —Type Internal ―Quiet': { Name: ['a'], Type: ['Internal'], Quiet: true },
  'Set-Sample C:\\pki$\\US$x`$y$true': { Name: ['C:\\pki$\\US$yTrue'] },
  'Set-Sample $nothing': { Name: [''] },
  "Set-Sample 'a b' -Quiet": { Name: ['a b'], Quiet: true },
};

const REFUSED: Readonly<Record<string, string>> = {
  'Set-Sample a -Nonsense 5': 'unknown-parameter',
  'Set-Sample a -Exp $true -Exportable $true': 'repeated-parameter',
  'Set-Sample a -S 5': 'ambiguous-parameter',
  'Set-Sample a -O b': 'ambiguous-parameter',
  'Set-Sample -Name -Quiet': 'missing-argument',
  'Set-Sample -Quiet': 'missing-parameter',
  'Set-Sample -Name a b Internal': 'invalid-argument',
  'Set-Sample a Internal c': 'unexpected-argument',
  'Set-Sample -Name a -Path b': 'ambiguous-parameter-set',
  'Set-Sample -Name a,b': 'invalid-argument',
  'Set-Sample a -Type Ext': 'invalid-argument',
  'Set-Sample a -Type Nonsense': 'invalid-argument',
  'Set-Sample a -Size 20': 'invalid-argument',
  'Set-Sample a -Size 3072': 'invalid-argument',
  'Set-Sample a -Size x': 'invalid-argument',
  'Set-Sample a -Exportable True': 'invalid-argument',
  'Set-Sample a -Exportable "$true"': 'invalid-argument',
  'Set-Sample a -Date 31/7/2014': 'invalid-argument',
  'Set-Sample a -Filter b': 'invalid-argument',
  'Set-Sample { a }': 'invalid-argument',
  'Set-Sample a -Secret b': 'invalid-argument',
  'Set-Sample a -Secret (Get-Secret)': 'parameter-not-simulated',
  'Set-Sample a -ErrorAction Stop': 'parameter-not-simulated',
};

describe('Parameters of a cmdlet', () => {
  for (const [line, values] of Object.entries(BOUND)) {
    test(`are bound: ${line}`, () => {
      const bound = boundBy(line);
      for (const [name, value] of Object.entries(values))
        expect(typeof value === 'boolean' ? bound.flag(name) : bound.texts(name), name).to.deep.equal(value);
    });
  }

  for (const [line, code] of Object.entries(REFUSED)) {
    test(`are refused: ${line}`, () => {
      expect(refusalOf(line)).to.equal(code);
    });
  }

  test('are of one set: the only one with everything that is given, or the default one', () => {
    expect(boundBy('Set-Sample -Path a').set).to.equal('Path');
    expect(boundBy('Set-Sample a').set).to.equal('Name');
    const { defaultSet: _, ...without } = CMDLET;
    expect(refusalOf('Set-Sample -Quiet', without)).to.equal('ambiguous-parameter-set');
    expect(boundBy('Set-Sample -Name a', without).set).to.equal('Name');
  });

  test('know whether they are given', () => {
    expect(boundBy('Set-Sample a -Confirm:$false').has('Confirm')).to.equal(true);
    expect(boundBy('Set-Sample a').has('Confirm')).to.equal(false);
    expect(() => boundBy('Set-Sample a').has('Other')).to.throw('no parameter -Other');
  });

  test('come from the pipeline only where the cmdlet takes them', () => {
    const [part] = parseLine('server', 'Set-Sample a')[0]?.parts ?? [];
    const piped = { on: 'server', words: part?.words ?? [], input: [], resultOf: () => [] };
    expect(() => bind({ ...piped, cmdlet: CMDLET })).to.throw(Refusal, 'input-not-accepted');
    const taking = {
      ...CMDLET,
      parameters: [...CMDLET.parameters, { name: 'In', type: 'Object', pipeline: true }],
    } as const;
    expect(bind({ ...piped, cmdlet: taking }).has('In')).to.equal(true);
  });
});
