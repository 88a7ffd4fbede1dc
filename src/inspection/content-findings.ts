import type { Instant } from '../determinism';
import type { Certificate } from '../x509/certificate';
import type { Crl } from '../x509/crl';
import { commonName, type DistinguishedName, formatName } from '../x509/names/distinguished-name';
import { certificationPath } from '../x509/paths/certification-path';
import type { FileFinding } from './findings/file-finding';
import { fileFinding } from './findings/file-findings';
import { isoTime } from './inspected-parts';
import { certificatesIn, type InspectedContent } from './reading/file-content';
import { lowestOf, subjectIn } from './trial/file-roles';

/** Findings that need no server: what the content of a file shows by itself. */

/** @param known certificates besides those of the file, to continue its path */
export function contentFindings(
  name: string,
  content: InspectedContent,
  { at, known }: { readonly at: Instant; readonly known: readonly Certificate[] },
): readonly FileFinding[] {
  switch (content.kind) {
    case 'private-key':
      return [fileFinding('private-key-file', name)];
    case 'crl':
      return listFindings(name, content.crl, at);
    case 'pkcs12':
      return keyFindings(name, content);
    case 'certificate':
    case 'pkcs7':
      return [
        ...severalFindings(name, content),
        ...(subjectIn(content) ? [] : chainFindings(name, content, at, known)),
      ];
    case 'request':
    case 'policy':
      return [];
  }
}

function listFindings(name: string, { issuer, thisUpdate, nextUpdate, deltaOf }: Crl, at: Instant) {
  const isValid = at >= thisUpdate && at <= nextUpdate;
  const dates = { from: isoTime(thisUpdate), to: Number.isFinite(nextUpdate) ? isoTime(nextUpdate) : 'no end' };
  return [
    ...(isValid ? [] : [fileFinding('list-not-valid', name, { name: called(issuer), ...dates, at: isoTime(at) })]),
    ...(deltaOf === undefined ? [] : [fileFinding('delta-list', name, { number: deltaOf })]),
  ];
}

type KeyFile = InspectedContent & { readonly kind: 'pkcs12' };

function keyFindings(name: string, { content: { certificates, keys }, isProtected }: KeyFile): readonly FileFinding[] {
  const ids = certificates.map(({ certificate }) => certificate.publicKeyId);
  const unmatched = keys.filter(({ keyPair }) => !ids.includes(keyPair.publicKeyId)).length;
  const numbers = { keys: keys.length, unmatched };
  return [
    ...(isProtected || keys.length === 0 ? [] : [fileFinding('no-password', name)]),
    ...(ids.length === 0 ? [fileFinding('no-certificate', name)] : []),
    ...(ids.length > 0 && unmatched > 0 ? [fileFinding('key-without-certificate', name, numbers)] : []),
  ];
}

function severalFindings(name: string, content: InspectedContent): readonly FileFinding[] {
  const certificates = certificatesIn(content);
  const [first] = certificates;
  if (content.kind !== 'certificate' || !first || certificates.length === 1) return [];
  return [fileFinding('several-certificates', name, { count: certificates.length, name: called(first.subject) })];
}

/** A file of authorities: whether it leads to a root, and whether its certificates are valid. */
function chainFindings(name: string, content: InspectedContent, at: Instant, known: readonly Certificate[]) {
  const certificates = certificatesIn(content);
  const lowest = lowestOf(certificates);
  const path = lowest && certificationPath(lowest, [...certificates, ...known]);
  const last = path?.certificates.at(-1);
  const expired = certificates.filter(({ notBefore, notAfter }) => at < notBefore || at > notAfter);
  return [
    ...expired.map(({ subject, notBefore, notAfter }) => {
      const dates = { from: isoTime(notBefore), to: isoTime(notAfter), at: isoTime(at) };
      return fileFinding('authority-not-valid', name, { name: called(subject), ...dates });
    }),
    ...(path && last && !path.complete
      ? [fileFinding('no-root', name, { name: called(last.subject), issuer: called(last.issuer) })]
      : []),
  ];
}

function called(name: DistinguishedName): string {
  return commonName(name) ?? (formatName(name) || 'without a name');
}
