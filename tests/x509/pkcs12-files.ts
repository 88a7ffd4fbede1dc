import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificatePem } from '../../src/x509/certificate';
import type { Pkcs12Content } from '../../src/x509/pkcs12/pkcs12-content';
import type { Protection } from '../../src/x509/pkcs12/write-pkcs12';
import { issuing, root, server, serverKey } from './authorities';

/** The server certificate with its key and path, as the content of a file. */
export const CONTENT: Pkcs12Content = {
  certificates: [
    { certificate: server, friendlyName: 'Edge internal 內部', localKeyId: '01000000' },
    { certificate: issuing },
    { certificate: root },
  ],
  keys: [
    {
      keyPair: serverKey,
      friendlyName: 'Edge internal 內部',
      localKeyId: '01000000',
      provider: 'Microsoft RSA SChannel Cryptographic Provider',
    },
  ],
};

export const PROFILES = ['TripleDES-SHA1', 'AES256-SHA256'] as const;

/** Salts that depend on the purpose and are the same in each run. */
export function protection(password: string, profile: Protection['profile']): Protection {
  const salt = (length: number, purpose: string) =>
    Uint8Array.from({ length }, (_, index) => (purpose.length * 31 + index * 7 + purpose.charCodeAt(0)) & 0xff);
  return { password, profile, salt };
}

/** Writes key.pem, server.pem, path.pem and all.pem into a folder, as input for other programs. */
export function writeParts(folder: string): (name: string) => string {
  const at = (name: string) => join(folder, name);
  writeFileSync(at('key.pem'), serverKey.privateKeyPem);
  writeFileSync(at('server.pem'), certificatePem(server));
  writeFileSync(at('path.pem'), [issuing, root].map(certificatePem).join(''));
  writeFileSync(at('all.pem'), [server, issuing, root].map(certificatePem).join(''));
  return at;
}
