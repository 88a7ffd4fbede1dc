import { expect } from 'chai';
import { pathOf } from '../../../src/adcs/authority';
import { readFile } from '../../../src/windows/file-system';
import { type Deployment, issuingAuthority } from '../../../src/world/deployment';
import { commonName } from '../../../src/x509/names/distinguished-name';
import type { FileContent } from '../phrases/phrases';
import { fileOn, requestOn } from './observations';

/** Whether a file is DER or text. */
export function encodingOf(deployment: Deployment, { on, path }: { on: string; path: string }): string {
  return readFile(deployment, on, path)[0] === 0x30 ? 'binary' : 'text';
}

/**
 * Checks that the file contains exactly what the phrase names: the certificates in order, by thumbprint or by name, and
 * the keys.
 */
export function expectContent(
  deployment: Deployment,
  { on, path }: { on: string; path: string },
  content: FileContent,
): void {
  if (content.kind === 'request') {
    expect(commonName(requestOn(deployment, on, path).subject)).to.equal(content.name);
    return;
  }
  const { certificates, keys } = fileOn(deployment, on, path);
  const authorities = pathOf(issuingAuthority(deployment)).map((certificate) => certificate.thumbprint);
  const thumbprints = certificates.map((certificate) => certificate.thumbprint);
  expect(keys, 'private keys').to.equal(content.kind === 'private key' ? 1 : 0);
  if (content.kind === 'authority path') {
    expect(thumbprints, 'the certification path').to.deep.equal(authorities);
    return;
  }
  expect(commonName(certificates[0]?.subject ?? []), 'the first certificate').to.equal(content.name);
  if (content.kind === 'private key') expect(thumbprints.slice(1)).to.deep.equal(authorities);
  if (content.kind === 'certificate with path')
    expect(certificates.at(-1)?.selfSigned, 'ends in a root').to.equal(true);
  if (content.kind === 'certificate') expect(certificates).to.have.lengthOf(1);
}
