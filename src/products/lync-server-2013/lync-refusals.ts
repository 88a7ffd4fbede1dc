import { combinedTexts, factsOf } from '../../fact';
import { refusalsOf, refusalTexts } from '../../refusal';

/** What Lync Server refuses, in English. */

const CANNOT_ASSIGN = 'the certificate {thumbprint} cannot be assigned to {use}:';

export const LYNC_REFUSALS = {
  'no-matching-key.response': {
    detail: 'no private key on this server belongs to the certificate in {path}',
    remedy: 'import the response on the server that made the request, or import a .pfx file that holds the private key',
    hresult: 'CRYPT_E_NOT_FOUND',
  },
  'unknown-edge-server': {
    detail: 'the topology has no Edge Server "{computer}"; its Edge Servers are {servers}',
    remedy: 'give the computer name of an Edge Server; the pool name is added to the subject automatically',
  },
  'not-assigned': {
    detail: 'no certificate is assigned to {use}',
    remedy: 'name a use that has a certificate',
  },
  'no-such-certificate.personal': {
    detail: 'the Personal store of the computer holds no certificate with the thumbprint {thumbprint}',
    remedy: 'import the certificate into the computer account first',
    hresult: 'CRYPT_E_NOT_FOUND',
  },
  'unsupported-key-provider': {
    detail: 'the private key is in the "{provider}"',
    remedy:
      'export the certificate with its key and import it with certutil -csp "Microsoft RSA SChannel Cryptographic Provider" -importPFX; for a key that is not exportable, make a new request',
    hresult: 'NTE_BUFFER_TOO_SMALL',
  },
  'invalid-path.request': {
    detail: 'no file name was typed for the certificate request',
    remedy: 'type a full path and file name',
    hresult: 'ERROR_INVALID_NAME',
  },
  'authority-unreachable.perimeter': {
    detail: 'no certification authority answers from the perimeter network',
    remedy: 'prepare the request now and send it later',
    hresult: 'RPC_S_SERVER_UNAVAILABLE',
  },
  'private-key-missing.assign': {
    detail: `${CANNOT_ASSIGN} it has no private key on this server`,
    remedy: 'import the certificate together with its private key',
    hresult: 'NTE_BAD_KEYSET',
  },
  'chain-incomplete.assign': {
    detail: `${CANNOT_ASSIGN} this server does not know its issuer`,
    remedy: 'import the certification path',
    hresult: 'CERT_E_CHAINING',
  },
  'root-not-trusted.assign': {
    detail: `${CANNOT_ASSIGN} this server does not trust its root`,
    remedy: 'import the certification path',
    hresult: 'CERT_E_UNTRUSTEDROOT',
  },
  'expired.assign': {
    detail: `${CANNOT_ASSIGN} it, or a certificate above it, has expired`,
    remedy: 'renew the certificate',
    hresult: 'CERT_E_EXPIRED',
  },
  'not-yet-valid.assign': {
    detail: `${CANNOT_ASSIGN} it is not valid yet by the clock of this server`,
    remedy: 'correct the clock, or wait',
    hresult: 'CERT_E_EXPIRED',
  },
  'wrong-usage.assign': {
    detail: `${CANNOT_ASSIGN} it is not for Server Authentication`,
    remedy: 'request the certificate with another template',
    hresult: 'CERT_E_WRONG_USAGE',
  },
  'subject-mismatch.assign': {
    detail: `${CANNOT_ASSIGN} its names are not those that the use needs`,
    remedy: 'request the certificate with the names that the wizard proposes',
    hresult: 'CERT_E_CN_NO_MATCH',
  },
  'certification-path-invalid.assign': {
    detail: `${CANNOT_ASSIGN} its certification path is not valid`,
    remedy: 'check the Certification Path tab',
    hresult: 'CERT_E_CHAINING',
  },
  'use-not-simulated': {
    detail: '-Type {use} is not simulated',
    remedy: 'use one of {uses}',
  },
  'roll-without-date': {
    detail: '-Roll was given without -EffectiveDate',
    remedy: 'add -EffectiveDate with a date in the format of the regional settings, such as "7/31/2014 8:00 AM"',
  },
  'nothing-to-request': {
    detail: 'neither -Output, for an offline request, nor -CA was given',
    remedy: 'add -Output with a path to prepare the request now and send it later',
  },
  'no-such-online-request': {
    detail: 'this cmdlet has made no online request with the number {id} on this server',
    remedy: 'list the requests with Request-CsCertificate -List',
  },
  'no-such-service': {
    detail: 'this server has no Lync Server service "{service}"',
    remedy: 'use one of {services}',
  },
  'no-such-replica': {
    detail: 'the topology has no replica "{replica}"',
    remedy: 'use one of {replicas}',
  },
  'management-store-unreachable': {
    detail: 'this server does not reach the Central Management store',
    remedy: 'type the command on an internal server, such as {server}',
  },
} as const;

export const lyncRefusal = refusalsOf(LYNC_REFUSALS);

/** What Lync Server states besides its refusals. */
export const LYNC_FACTS = {
  'change.wizard': 'Deployment Wizard, Step 3',
  'change.wizard-run': 'has been run',
  'place.lync-server': 'on a Lync server',
  'not-applicable.no-external-names': 'the environment gives no names for the external interface',
  'not-applicable.single-server':
    'the pool {pool} has a single Edge Server: the file cannot be imported on another one',
} as const;

export const lyncFact = factsOf(LYNC_FACTS);

/** The English texts of everything that Lync Server refuses and states. */
export const LYNC_TEXTS = combinedTexts(LYNC_FACTS, refusalTexts(LYNC_REFUSALS));
