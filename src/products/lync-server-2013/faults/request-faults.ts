import { currentGeneration } from '../../../adcs/authority';
import { takeKey } from '../../../determinism';
import { writeFile } from '../../../windows/file-system';
import { type Deployment, firstPool, issuingAuthority } from '../../../world/deployment';
import type { WorldFault } from '../../../world/product-faults';
import { createRequest, type RequestContent, requestPem } from '../../../x509/certificate-request';
import { keyPair } from '../../../x509/keys/key-pair';
import type { DistinguishedName } from '../../../x509/names/distinguished-name';

/** Requests of other programs than the Certificate Wizard, in the request file on the internal server. */
export const REQUEST_FAULTS: Readonly<Record<string, WorldFault<Deployment>>> = {
  'another program has written the country in full': requested((pool) => ({
    subject: [...country('United States of America'), ...named(pool)],
  })),
  'another program has requested the name of the authority': requested((_, authority) => ({ subject: authority })),
  'another program has requested no name at all': requested(() => ({ subject: [] })),
  'another program has requested alternative names only': requested((pool) => ({
    subject: [],
    subjectAlternativeNames: [pool],
  })),
  'another program has requested a name of the internal network': requested((pool) => ({
    subject: named(pool),
    subjectAlternativeNames: [pool, 'edge01.contoso.local'],
  })),
  'another program has requested both usages for the name of the pool': requested((pool) => ({
    subject: [{ type: 'OU', value: 'IT' }, ...named(pool)],
    subjectAlternativeNames: [pool],
    extendedKeyUsage: ['serverAuth', 'clientAuth'],
  })),
  'another program has requested a key of 1024 bits': requested(
    (pool) => ({ subject: named(pool), subjectAlternativeNames: [pool] }),
    1024,
  ),
};

type Content = Partial<RequestContent> & Pick<RequestContent, 'subject'>;

function requested(contentFor: (pool: string, authority: DistinguishedName) => Content, bits: 1024 | 2048 = 2048) {
  return (deployment: Deployment): Deployment => {
    const { files, internalServer } = deployment.environment;
    const [pem, determinism] = takeKey(deployment.determinism, bits);
    const { subject } = currentGeneration(issuingAuthority(deployment)).certificate;
    const content = contentFor(firstPool(deployment).fqdn, subject);
    const request = createRequest({ subjectAlternativeNames: [], keyPair: keyPair(pem), ...content });
    const text = Buffer.from(requestPem(request));
    return writeFile({ ...deployment, determinism }, internalServer.fqdn, files.request, text);
  };
}

function country(value: string): DistinguishedName {
  return [{ type: 'C', value }];
}

function named(value: string): DistinguishedName {
  return [{ type: 'CN', value }];
}
