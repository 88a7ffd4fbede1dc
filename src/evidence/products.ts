import type { StoredFile } from '../windows/machine';
import type { Deployment } from '../world/deployment';
import type { Certificate } from '../x509/certificate';
import { certificatePem } from '../x509/certificate';
import { type CertificateRequest, readRequest, requestPem } from '../x509/certificate-request';
import { contentKind } from '../x509/content-kind';
import { sha256 } from '../x509/digest';
import { formatName } from '../x509/names/distinguished-name';
import type { CertificateRecord, DispositionRecord, EvidenceRecord, FileRecord, RequestRecord } from './records';

/**
 * The results of a step between two deployments: files, requests, certificates, dispositions. Each certificate and
 * request appears once, even if several servers received it. Files with private keys never appear.
 */
export function productsBetween(before: Deployment, after: Deployment): readonly EvidenceRecord[] {
  const files = newFiles(before, after);
  const published = files.flatMap(({ on, file }) => fileRecord(on, file));
  const requests = files
    .filter(({ file }) => contentKind(file.bytes) === 'request')
    .map(({ file }) => readRequest(file.bytes));
  const certificates = [...issuedBetween(before, after), ...storedBetween(before, after)];
  return [
    ...dispositions(before, after),
    ...unique(requests, (request) => request.publicKeyId).map(requestRecord),
    ...unique(certificates, (certificate) => certificate.thumbprint).map(certificateRecord),
    ...unique(published, (file) => file.sha256),
  ];
}

/** A certificate as a record. */
export function certificateRecord(certificate: Certificate): CertificateRecord {
  return {
    kind: 'certificate',
    subject: formatName(certificate.subject),
    issuer: formatName(certificate.issuer),
    serialNumber: certificate.serialNumber,
    notBefore: new Date(certificate.notBefore).toISOString(),
    notAfter: new Date(certificate.notAfter).toISOString(),
    thumbprint: certificate.thumbprint,
    keyAlgorithm: certificate.keyAlgorithm,
    keyBits: certificate.keyBits,
    signatureAlgorithm: certificate.signatureAlgorithm,
    subjectAlternativeNames: certificate.subjectAlternativeNames,
    extendedKeyUsage: certificate.extendedKeyUsage,
    isCa: certificate.isCa,
    ...(certificate.templateName ? { template: certificate.templateName } : {}),
    pem: certificatePem(certificate),
  };
}

function requestRecord(request: CertificateRequest): RequestRecord {
  return {
    kind: 'request',
    subject: formatName(request.subject),
    keyAlgorithm: request.keyAlgorithm,
    keyBits: request.keyBits,
    signatureAlgorithm: request.signatureAlgorithm,
    subjectAlternativeNames: request.subjectAlternativeNames,
    pem: requestPem(request),
  };
}

function fileRecord(on: string, file: StoredFile): readonly FileRecord[] {
  const kind = contentKind(file.bytes);
  if (kind !== 'certificate' && kind !== 'request' && kind !== 'pkcs7' && kind !== 'text') return [];
  const base64 = Buffer.from(file.bytes).toString('base64');
  return [{ kind: 'file', on, path: file.path, contains: kind, sha256: sha256(file.bytes), base64 }];
}

function newFiles(
  before: Deployment,
  after: Deployment,
): readonly { readonly on: string; readonly file: StoredFile }[] {
  const onMachines = [...after.machines.values()].flatMap(({ fqdn, disk }) => {
    const old = before.machines.get(fqdn)?.disk.files;
    if (old === disk.files) return [];
    return [...disk.files]
      .filter(([key, file]) => old?.get(key)?.bytes !== file.bytes)
      .map(([, file]) => ({ on: fqdn, file }));
  });
  const onMedia = after.media.flatMap(({ drive, disk }, index) => {
    const old = before.media[index]?.disk.files;
    return [...disk.files]
      .filter(([key, file]) => old?.get(key)?.bytes !== file.bytes)
      .map(([, file]) => ({ on: drive, file }));
  });
  return [...onMachines, ...onMedia];
}

function issuedBetween(before: Deployment, after: Deployment): readonly Certificate[] {
  return changedRows(before, after).flatMap(({ row }) =>
    row.disposition.kind === 'issued' ? [row.disposition.certificate] : [],
  );
}

/** Server certificates that were added to a Personal store; those of authorities appear only as changes. */
function storedBetween(before: Deployment, after: Deployment): readonly Certificate[] {
  return [...after.machines.values()].flatMap(({ fqdn, stores }) => {
    const old = before.machines.get(fqdn)?.stores.LocalMachine.My ?? [];
    return stores.LocalMachine.My.filter((entry) => !old.includes(entry)).map((entry) => entry.certificate);
  });
}

function dispositions(before: Deployment, after: Deployment): readonly DispositionRecord[] {
  return changedRows(before, after).map(({ authority, row }): DispositionRecord => {
    const base = { kind: 'disposition', authority, requestId: row.id, disposition: row.disposition.kind } as const;
    if (row.disposition.kind !== 'denied') return base;
    return { ...base, hresult: row.disposition.hresult, message: row.disposition.message };
  });
}

function changedRows(before: Deployment, after: Deployment) {
  return [...after.authorities.values()].flatMap((authority) => {
    const old = before.authorities.get(authority.name)?.requests ?? [];
    if (old === authority.requests) return [];
    return authority.requests.filter((row) => !old.includes(row)).map((row) => ({ authority: authority.name, row }));
  });
}

function unique<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
