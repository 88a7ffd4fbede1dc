import test, { describe } from 'node:test';
import { type Envelope, SourceMediaType } from '@cucumber/messages';
import { expect } from 'chai';
import { LiteralSecrets } from '../../src/execution/literal-secrets';

/** Passwords that a feature contains as text reach no message. */

function featureOf(...lines: string[]): Envelope {
  return {
    source: { uri: 'a.feature', data: lines.join('\n'), mediaType: SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN },
  };
}

function readBy(secrets: LiteralSecrets, ...lines: string[]): readonly string[] {
  return (secrets.without(featureOf(...lines)).source?.data ?? '').split('\n');
}

describe('A password in a feature', () => {
  test('is hidden in the last cell after its label', () => {
    const secrets = new LiteralSecrets();
    expect(readBy(secrets, '| Password | Sunflower7 |', '| Security | Confirm password | Sunflower7 |')).to.deep.equal([
      '| Password | ******** |',
      '| Security | Confirm password | ******** |',
    ]);
    expect(secrets.withoutIn('typed Sunflower7 twice: Sunflower7')).to.equal('typed ******** twice: ********');
  });

  test('stays where it is a value of the run, an action or a label', () => {
    const rows = [
      '| Password | {password} |',
      '| Password | Next | pressed |',
      '| Password | ticked |',
      '| Password |  |',
      '| Password | <password> |',
      '| File name | Sunflower7 |',
    ];
    const secrets = new LiteralSecrets();
    expect(readBy(secrets, ...rows)).to.deep.equal(rows);
    expect(secrets.withoutIn('Sunflower7')).to.equal('Sunflower7');
  });

  test('is hidden in its column of Examples, and only there', () => {
    const secrets = new LiteralSecrets();
    const lines = readBy(
      secrets,
      '  Examples:',
      '    # the second is wrong',
      '    | file | password | result |',
      '    | a | Sunflower7 | opened |',
      '    | b | Marigold99 | refused |',
      '  Example: Another one',
      '    | file | password | result |',
      '    | a | b | opened |',
    );
    expect(lines.slice(2)).to.deep.equal([
      '    | file | password | result |',
      '    | a | ******** | opened |',
      '    | b | ******** | refused |',
      '  Example: Another one',
      '    | file | password | result |',
      '    | a | b | opened |',
    ]);
  });

  test('is hidden in a command', () => {
    const secrets = new LiteralSecrets();
    const lines = readBy(secrets, 'certutil -p "Sun flower" -dump a.pfx', 'certutil -p "{password}" -dump a.pfx');
    expect(lines).to.deep.equal(['certutil -p ******** -dump a.pfx', 'certutil -p "{password}" -dump a.pfx']);
    expect(secrets.withoutIn('Sun flower')).to.equal('********');
  });

  test('is hidden in every later message, also in the text of a record', () => {
    const secrets = new LiteralSecrets();
    readBy(secrets, '| Password | Sunflower7 |', '| Password | abc |');
    const body = JSON.stringify({ kind: 'window', value: 'Sunflower7', other: 'abcd' });
    const later: Envelope = {
      pickle: {
        ...{ id: '1', uri: 'a.feature', name: 'abc', language: 'en', tags: [], astNodeIds: [] },
        steps: [{ id: '2', text: 'it is "Sunflower7"', astNodeIds: [] }],
      },
    };
    expect(JSON.stringify(secrets.without(later)))
      .to.contain('it is \\"********\\"')
      .and.not.to.contain('"abc"');
    expect(secrets.withoutIn(body)).to.equal('{"kind":"window","value":"********","other":"abcd"}');
  });

  test('leaves messages as they are without one', () => {
    const secrets = new LiteralSecrets();
    const later: Envelope = { parseError: { source: { uri: 'a' }, message: 'b' } };
    expect(secrets.without(later)).to.equal(later);
  });
});
