import { currentGeneration, pathOf } from '../../../adcs/authority';
import { exportedFile, PASSWORD } from '../../../operator/named-values';
import { cutShort, lost } from '../../../operator/tasks/repair';
import { readFile, writeFile } from '../../../windows/file-system';
import { authorityNamed, type Deployment, firstPool, issuingAuthority } from '../../../world/deployment';
import type { WorldFault } from '../../../world/product-faults';
import type { Certificate } from '../../../x509/certificate';
import { pkcs7Pem, writePkcs7 } from '../../../x509/pkcs7';
import { readPkcs12 } from '../../../x509/pkcs12/pkcs12';
import { writePkcs12 } from '../../../x509/pkcs12/write-pkcs12';

/** Faults of the exported file, the request and the response. */
export const FILE_FAULTS: Readonly<Record<string, WorldFault<Deployment>>> = {
  'the exported file is protected as later versions of Windows do': (deployment) => {
    const [path, on] = [exportedFile(deployment, firstPool(deployment)), firstPool(deployment).servers[0] ?? ''];
    const content = readPkcs12(readFile(deployment, on, path), PASSWORD);
    const salt = (length: number): Uint8Array => new Uint8Array(length).fill(7);
    const bytes = writePkcs12(content, { password: PASSWORD, profile: 'AES256-SHA256', salt });
    return writeFile(deployment, on, path, bytes);
  },
  'the response has been truncated during its transfer': cutShort,
  'the request file has been lost on the internal server': (deployment) => lost(deployment, 'request'),
  'the response file has been lost on the internal server': (deployment) => lost(deployment, 'response'),
  'the response has been saved over the request': (deployment) => {
    const [on = ''] = firstPool(deployment).servers;
    const { request, response } = deployment.environment.files;
    return writeFile(deployment, on, request, readFile(deployment, on, response));
  },
  'the new certificate of the issuing authority is in the file C:\\certs\\new.p7b on every Edge Server': (deployment) =>
    onEveryServer(deployment, pathOf(issuingAuthority(deployment)).slice(0, -1)),
  'the new certificate of the issuing authority and the cross certificate of its root are in the file C:\\certs\\new.p7b on every Edge Server':
    (deployment) =>
      onEveryServer(deployment, [...pathOf(issuingAuthority(deployment)).slice(0, -1), crossCertificate(deployment)]),
};

const CROSS_FILE = 'C:\\certs\\new.p7b';

function onEveryServer(deployment: Deployment, certificates: readonly Certificate[]): Deployment {
  const bytes = Buffer.from(pkcs7Pem(writePkcs7(certificates), 'PKCS7'));
  return firstPool(deployment).servers.reduce((next, on) => writeFile(next, on, CROSS_FILE, bytes), deployment);
}

/** The certificate for the newest key of the root that its earlier key signed. */
function crossCertificate(deployment: Deployment): Certificate {
  const root = authorityNamed(deployment, deployment.environment.pki.authorities[0]?.name ?? '');
  const { publicKeyId } = currentGeneration(root).certificate;
  const cross = root.crossCertificates.find((one) => one.publicKeyId === publicKeyId);
  if (!cross) throw new Error(`${root.name} has no cross certificate: it has not renewed its key`);
  return cross;
}
