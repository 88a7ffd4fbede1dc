import { hresultMessage } from '../../hresult';
import { type Certificate, certificatePem } from '../../x509/certificate';
import { armor } from '../../x509/der/armor';
import { pkcs7Pem, writePkcs7 } from '../../x509/pkcs7';
import { type CertificationAuthority, generationOf, pathOf } from '../authority';
import type { Generation } from '../generation';
import { deltaRevocationList, revocationList } from '../revocation-list';
import { escapeHtml } from './pages';
import { page, type Reply, type Site } from './web';

type Parameters = Readonly<Record<string, string>>;

/** `certnew.cer`: the authority's certificate or an issued one, DER or PEM. */
export function certificateDownload(site: Site, parameters: Parameters): Reply {
  const found = certificatesAsked(site.authority, parameters);
  if (!Array.isArray(found)) return notIssued(site, found);
  const [certificate] = found;
  const body = isBinary(parameters)
    ? certificate.der
    : Buffer.from(certificatePem(certificate).replace(/\r?\n/g, '\r\n'));
  return { ...site, response: { status: 200, contentType: 'application/pkix-cert', body, fileName: 'certnew.cer' } };
}

/**
 * `certnew.p7b`: the certificate and its certification path. The base64 form has CERTIFICATE lines, as on the real
 * site, although it contains PKCS #7.
 */
export function pathDownload(site: Site, parameters: Parameters): Reply {
  const found = certificatesAsked(site.authority, parameters);
  if (!Array.isArray(found)) return notIssued(site, found);
  const der = writePkcs7(found);
  const body = isBinary(parameters) ? der : Buffer.from(pkcs7Pem(der, 'CERTIFICATE').replace(/\r?\n/g, '\r\n'));
  return {
    ...site,
    response: { status: 200, contentType: 'application/x-pkcs7-certificates', body, fileName: 'certnew.p7b' },
  };
}

/** `certcrl.crl`: the base CRL of the requested key, or its delta CRL. */
export function revocationListDownload(site: Site, parameters: Parameters): Reply {
  const { authority, determinism } = site;
  const list = parameters.type?.toLowerCase() === 'delta' ? deltaRevocationList : revocationList;
  const crl = list(authority, determinism.now, generationAsked(authority, parameters));
  if (!crl) return notIssued(site, unknownRequest());
  const { der } = crl;
  const body = isBinary(parameters) ? der : Buffer.from(armor('X509 CRL', der, '\r\n'));
  return { ...site, response: { status: 200, contentType: 'application/pkix-crl', body, fileName: 'certcrl.crl' } };
}

/** The reason why no download exists, in the words of the real error page. */
interface NotIssued {
  readonly message: string;
  readonly lastStatus: string;
}

function certificatesAsked(
  authority: CertificationAuthority,
  parameters: Parameters,
): [Certificate, ...Certificate[]] | NotIssued {
  const asked = parameters.reqid ?? 'CACert';
  const path =
    asked.toLowerCase() === 'cacert'
      ? pathOf(authority, generationAsked(authority, parameters))
      : issuedPath(authority, Number(asked));
  if (!('message' in path)) {
    const [first, ...rest] = path;
    if (first) return [first, ...rest];
  }
  return 'message' in path ? path : unknownRequest();
}

function issuedPath(authority: CertificationAuthority, id: number): readonly Certificate[] | NotIssued {
  const disposition = authority.requests.find((row) => row.id === id)?.disposition;
  if (!disposition) return unknownRequest();
  if (disposition.kind === 'issued')
    return [disposition.certificate, ...pathOf(authority, generationOf(authority, disposition.certificate))];
  if (disposition.kind === 'denied')
    return { message: disposition.message, lastStatus: hresultMessage(disposition.hresult) };
  const message = disposition.kind === 'revoked' ? 'Revoked' : 'Taken Under Submission';
  return { message, lastStatus: 'The operation completed successfully. 0x0 (WIN32: 0)' };
}

/**
 * `Renewal=N` is the N-th renewal, 0 the original certificate. If it is missing or out of range, the current generation
 * is used.
 */
function generationAsked(authority: CertificationAuthority, { renewal }: Parameters): Generation | undefined {
  return renewal === undefined ? undefined : authority.generations[Number(renewal)];
}

function unknownRequest(): NotIssued {
  return { message: '', lastStatus: hresultMessage('CERTSRV_E_PROPERTY_EMPTY') };
}

function notIssued(site: Site, { message, lastStatus }: NotIssued): Reply {
  const row = (title: string, value: string): string =>
    `<DT><Font><B>${title}:</B></Font></DT><DD>\r\n\t\t${escapeHtml(value)}\r\n</DD>`;
  const rows = [
    row('Request Mode', '- (certnew.cer/certnew.p7b/certcrl.crl certificate/crl fetch)'),
    row('Disposition', message === 'Taken Under Submission' ? '5 - (unknown)' : '(never set)'),
    row('Disposition message', message || '(none)'),
    row('Result', 'The operation completed successfully. 0x0 (WIN32: 0)'),
    row('COM Error Info', '(none)'),
    row('LastStatus', lastStatus),
    row('Suggested Cause', 'No suggestions.'),
  ];
  return page(
    site,
    200,
    `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Error</title></head><body><h1>Error</h1><p>Contact your administrator for further assistance.</p><DL>${rows.join('\n')}</DL></body></html>\n`,
  );
}

function isBinary(parameters: Parameters): boolean {
  return (parameters.enc ?? 'b64').toLowerCase() === 'bin';
}
