import { exportedFile, PASSWORD } from '../../../operator/named-values';
import { cutShort, lost } from '../../../operator/tasks/repair';
import { readFile, writeFile } from '../../../windows/file-system';
import { type Deployment, firstPool } from '../../../world/deployment';
import type { WorldFault } from '../../../world/product-faults';
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
};
