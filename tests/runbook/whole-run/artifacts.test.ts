import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { type FileRecord, mediaTypeOf } from '../../../src/evidence/records';
import { producedFiles } from '../../../src/runbook/outline/produced-files';
import { recordSample } from '../sample';

const sample = recordSample();

describe('The files that a run produced', () => {
  it('stand below the machine that has them, each content once', () => {
    const files = producedFiles(sample);
    expect([...files.keys()]).to.deep.equal([
      'edge01.contoso.com/cert_internal_edge.req',
      'edge01.contoso.com/憑證____.cer',
    ]);
    expect(`${files.get('edge01.contoso.com/cert_internal_edge.req')}`).to.match(
      /^-----BEGIN CERTIFICATE REQUEST-----\n/,
    );
  });

  const hostile: readonly (readonly [on: string, path: string, name: string])[] = [
    ['edge01', '../../etc/passwd', 'edge01/passwd'],
    ['../..', '..', '_/file'],
    ['..', '..', 'machine/file'],
    ['/', '/', '_/file'],
    ['C:', 'C:\\..\\x.cer', 'C_/x.cer'],
    ['edge01', 'con', 'edge01/_con'],
    ['edge01', 'LPT1.cer', 'edge01/_LPT1.cer'],
    ['edge01', '.ssh', 'edge01/ssh'],
    ['edge01', 'trailing. .', 'edge01/trailing'],
    ['edge01', 'nul\0l\u202Egnp.exe', 'edge01/nul_l_gnp.exe'],
    ['edge01', '', 'edge01/file'],
    ['edge\\..\\01', 'a:b|c?.cer', 'edge_.._01/a_b_c_.cer'],
  ];
  for (const [on, path, name] of hostile) {
    it(`${JSON.stringify(path)} on ${JSON.stringify(on)} becomes ${name}`, () => {
      expect([...producedFiles(streamWith([record(on, path, 'x')])).keys()]).to.deep.equal([name]);
    });
  }

  it('are told apart when their names are equal, in whatever case, and their contents are not', () => {
    const names = producedFiles(
      streamWith([record('a', 'x.cer', '1'), record('a', 'X.CER', '2'), record('A', 'x.cer', '3')]),
    );
    expect([...names.keys()]).to.deep.equal(['a/x.cer', 'a/X-2.CER', 'A/x-3.cer']);
  });

  it('are not merged because a digest says so', () => {
    const liar = { ...record('a', 'y.cer', '2'), sha256: record('a', 'x.cer', '1').sha256 };
    expect(producedFiles(streamWith([record('a', 'x.cer', '1'), liar])).size).to.equal(2);
  });

  it('keep their extension when their names are too long', () => {
    const [name = ''] = producedFiles(streamWith([record('a', `${'憑'.repeat(300)}.cer`, '1')])).keys();
    expect(name).to.match(/^a\/憑{76}\.cer$/u);
    expect(Buffer.byteLength(name)).to.be.below(255);
  });
});

function record(on: string, path: string, text: string): FileRecord {
  const base64 = Buffer.from(text).toString('base64');
  return { kind: 'file', on, path, contains: 'text', sha256: text.repeat(64), base64 };
}

/** The sample's stream with these files instead of its files. */
function streamWith(records: readonly FileRecord[]): readonly Envelope[] {
  const own = sample.find(({ attachment }) => attachment?.mediaType === mediaTypeOf('file'));
  const others = sample.filter(({ attachment }) => attachment?.mediaType !== mediaTypeOf('file'));
  if (!own?.attachment) throw new Error('the sample writes a file');
  const { attachment } = own;
  return [...others, ...records.map((one) => ({ attachment: { ...attachment, body: JSON.stringify(one) } }))];
}
