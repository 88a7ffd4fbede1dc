import { describe, test } from 'node:test';
import { expect } from 'chai';
import { withValues } from '../../src/operator/named-values';
import { parseLine } from '../../src/operator/powershell/parse-line';
import type { Argument } from '../../src/operator/powershell/syntax';
import { MANAGEMENT_SHELL } from '../../src/products/lync-server-2013/management-shell/management-shell';
import {
  importCommand,
  requestCommand,
} from '../../src/products/lync-server-2013/management-shell/management-shell-text';
import { requestCertificate } from '../../src/products/lync-server-2013/request-certificate';
import { lyncServerOf } from '../../src/products/lync-server-2013/topology';
import { inDoubleQuotes } from '../../src/shell-quotes';
import { machineOf } from '../../src/windows/machine';
import { begun, on } from '../support/one-server';
import { fc } from '../support/properties';

const NAMES = [
  'A "B" C',
  '$B $True $(x)',
  '`C',
  '``$`"',
  'A, B',
  "D's & Co",
  '台灣 私人',
  '“A” ‘B’ „C‚ ‛',
  ' -New',
  '{city}',
];

/** The words of a line as they reach the cmdlet: parameters with their hyphens, values of a list in turn. */
function wordsOf(line: string): readonly string[] {
  const [part] = parseLine(on, line)[0]?.parts ?? [];
  return [
    part?.name ?? '',
    ...(part?.words ?? []).flatMap((word) => (word.kind === 'parameter' ? [`-${word.name}`] : texts(word.argument))),
  ];
}

function texts(argument: Argument): readonly string[] {
  if (argument.kind === 'list') return argument.items.flatMap(texts);
  return argument.kind === 'text' || argument.kind === 'block' ? [argument.text] : [];
}

describe('What is typed into the Lync Server Management Shell', () => {
  test('is, in double quotes, what it was written for, whatever it holds', () => {
    for (const name of NAMES)
      expect(wordsOf(`X -A "${inDoubleQuotes(name)}" -B`)).to.deep.equal(['X', '-A', name, '-B']);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab \'"`$“”„‘,&-{}私') }), (name) => {
        expect(wordsOf(`X "${inDoubleQuotes(name)}"`)).to.deep.equal(['X', name]);
      }),
    );
  });

  test('says the same in single quotes, with quotes doubled, and without quotes', () => {
    expect(wordsOf('X \'A \'\'B\'\' $C `D\' "A ""B"" `$C ``D" $True a,b')).to.deep.equal([
      'X',
      "A 'B' $C `D",
      'A "B" $C `D',
      '$True',
      'a',
      'b',
    ]);
  });

  test('loses a variable that has no value, as a name typed without a backtick does', () => {
    expect(wordsOf('X "US$ and $Name, \\\\edge01\\pki$\\x $True"')).to.deep.equal([
      'X',
      'US$ and , \\\\edge01\\pki$\\x True',
    ]);
  });

  for (const name of NAMES.filter((each) => !each.startsWith(' '))) {
    test(`requests for ${name} what the wizard requests`, () => {
      const order = { ...ORDER, organization: name, unit: name, city: name, state: name, friendlyName: name };
      const logon = { on, account: 'Administrator' };
      const typed = MANAGEMENT_SHELL.run(begun.deployment, logon, requestCommand(order)).world;
      expect(machineOf(typed, on)).to.deep.equal(machineOf(requestCertificate(begun.deployment, logon, order), on));
      expect(lyncServerOf(typed, on).log.at(-1)?.command).to.equal(requestCommand(order));
    });
  }

  test('is expected of a command with values as they are quoted there, and elsewhere as they are', () => {
    const path = '\\\\fs01\\pki$\\`a.cer';
    expect(withValues('Import-CSCertificate -Path "{file}"\nfrom {file}', { file: path })).to.equal(
      `${importCommand({ path, password: undefined, exportable: false })}\nfrom ${path}`,
    );
  });
});

const ORDER = {
  uses: ['Internal'],
  computerFqdn: on,
  output: 'C:\\r.req',
  keySize: 2048,
  exportable: true,
  country: 'US',
  domainNames: ['a.example', 'b.example'],
} as const;
