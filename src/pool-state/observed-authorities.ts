import { DAY, type Instant } from '../determinism';
import { assumed } from '../world/environment-file/environment-draft';
import { valueAt } from '../world/environment-file/environment-values';
import type { Certificate } from '../x509/certificate';
import { commonName } from '../x509/names/distinguished-name';
import { instantText, type ObservedEntry, readFrom } from './observed-entry';
import { type ObservedCertificate, periodText } from './observed-pki';

/** An environment has at most this number of authorities. */
const MOST_TIERS = 3;

/**
 * The authorities behind a certificate, and what they issue, as parts of a draft. `values` is the draft so far: what the
 * states do not say is taken from it.
 */
export function observedAuthorities(
  values: unknown,
  chain: ObservedCertificate,
  now: Instant,
): readonly ObservedEntry[] {
  const { server, certificate, authorities } = chain;
  const tiers =
    authorities.length > MOST_TIERS ? [...authorities.slice(0, 1), ...authorities.slice(1 - MOST_TIERS)] : authorities;
  const lives = livesOf(tiers, now);
  const host = hostIn(certificate);
  const entries = tiers.flatMap((authority, index) => {
    const issued = tiers[index + 1] ?? certificate;
    return authorityEntries(authority, issued, { index, server, life: lives[index] });
  });
  const last = tiers.length - 1;
  const before: unknown = valueAt(values, ['pki', 'authorities']);
  const otherHost = Array.isArray(before) ? valueAt(before.at(-1), ['host']) : undefined;
  return [
    [['pki', 'authorities'], tiers.map(() => ({})), readFrom(server, certificate)],
    ...entries,
    [
      ['pki', 'authorities', last, 'host'],
      host ?? otherHost,
      host ? readFrom(server, certificate) : assumed('the certificate does not name the server of its authority'),
    ],
    ...templateEntries(chain),
    [['pki', 'authorities', last, 'longestValidity'], periodOf(certificate), readFrom(server, certificate)],
  ];
}

interface Life {
  readonly from: Instant;
  readonly end: Instant;
  /** whether the certificate has exactly this life */
  readonly isRead: boolean;
}

/**
 * When the certificates of the authorities begin and end. An authority may have been renewed after it issued the next
 * certificate; the environment has one certificate of each, which then begins earlier.
 */
function livesOf(tiers: readonly Certificate[], now: Instant): readonly Life[] {
  return tiers.reduceRight<readonly Life[]>((below, { notBefore, notAfter }) => {
    const latest = Math.min(below[0]?.from ?? now, now);
    const from = Math.max(Math.min(notBefore, latest), EARLIEST);
    const end = Math.max(notAfter, latest + DAY);
    return [{ from, end, isRead: from === notBefore && end === notAfter }, ...below];
  }, []);
}

/** The earliest instant of an environment file. */
const EARLIEST = Date.parse('2000-01-01T00:00:00Z');

function authorityEntries(
  authority: Certificate,
  issued: Certificate,
  { index, server, life }: { readonly index: number; readonly server: string; readonly life: Life | undefined },
): readonly ObservedEntry[] {
  const path = ['pki', 'authorities', index] as const;
  const origin = readFrom(server, authority);
  const name = commonName(authority.subject);
  const bits = [2048, 3072, 4096].includes(authority.keyBits) && authority.keyAlgorithm === 'RSA';
  const hash = /^(sha(?:1|256|384|512))RSA$/.exec(issued.signatureAlgorithm)?.[1];
  const { from = authority.notBefore, end = authority.notAfter, isRead = true } = life ?? {};
  const dates = isRead ? origin : assumed('the certificate of the authority was renewed, or begins before 2000');
  return [
    name !== undefined && NAME.test(name)
      ? [[...path, 'name'], name, origin]
      : [
          [...path, 'name'],
          `Authority ${index + 1}`,
          assumed('its name is empty or has characters that a file cannot have'),
        ],
    bits
      ? [[...path, 'keySize'], authority.keyBits, origin]
      : [[...path, 'keySize'], 2048, assumed(`its key is ${authority.keyAlgorithm} with ${authority.keyBits} bits`)],
    hash
      ? [[...path, 'hash'], hash, origin]
      : [[...path, 'hash'], 'sha256', assumed(`it signs with ${issued.signatureAlgorithm}`)],
    [[...path, 'validFrom'], instantText(from), dates],
    [[...path, 'validity'], periodText(from, end), dates],
  ];
}

/** As the names of authorities in an environment file. */
const NAME = /^(?! )[^"\\/\p{Cc}]{0,63}[^"\\/\p{Cc} ]$/u;

/** Only authorities of a domain have templates, and they name the template in each certificate. */
function templateEntries({ server, certificate }: ObservedCertificate): readonly ObservedEntry[] {
  const { templateName, keyBits, der } = certificate;
  // a text does not name the template
  if (der.length === 0) return [];
  if (templateName === undefined)
    return [
      [
        ['pki', 'kind'],
        'standalone',
        assumed('the certificate names no template; public if the authority is a commercial one'),
      ],
      [['pki', 'templates'], [], assumed('a standalone authority has no templates')],
    ];
  const isName = !/^\d/.test(templateName) && NAME.test(templateName);
  const origin = readFrom(server, certificate);
  const named = isName
    ? origin
    : assumed(`the certificate identifies its template as ${templateName}, without its name`);
  const template = ['pki', 'templates', 0] as const;
  const name = isName ? templateName : 'WebServer';
  return [
    [['pki', 'kind'], 'enterprise', origin],
    [[...template, 'name'], name, named],
    [[...template, 'validity'], periodOf(certificate), origin],
    [[...template, 'minimumKeySize'], Math.min(keyBits, 2048), assumed('not more than the key of the certificate')],
    [['certificate', 'template'], name, named],
  ];
}

function periodOf({ notBefore, notAfter }: Certificate): string {
  return periodText(notBefore, notAfter);
}

/**
 * The server of the issuing authority: Certificate Services publishes its certificate as `<server>_<name>.crt` in
 * CertEnroll, unless an administrator changes that.
 */
function hostIn({ authorityInformationAccess }: Certificate): string | undefined {
  const found = authorityInformationAccess.map((url) => /\/CertEnroll\/([a-z0-9.-]+\.[a-z0-9-]+)_/i.exec(url)?.[1]);
  return found.find((host) => host !== undefined);
}
