import type { FileFindingTexts } from './finding-text';

/** Why a file cannot be read, or does not hold what its kind must hold. */

const COPY = 'copy, download or export the file again, in binary form';
const OTHER_FILE = 'give the file that the step asks for';

export const FAILURE_TEXTS = {
  empty: {
    severity: 'error',
    detail: 'the file is empty',
    remedy: COPY,
    source: 'RFC 7468',
  },
  'too-large': {
    severity: 'error',
    detail: 'the file has more than {most} bytes',
    remedy: 'check that it is the right file; a certificate file has some thousand bytes',
    source: 'limit of this program',
  },
  'too-many-items': {
    severity: 'error',
    detail: 'the file holds more than {most} certificates and keys',
    remedy: 'give a file with the certification path only',
    source: 'limit of this program',
  },
  'web-page': {
    severity: 'error',
    detail: 'the file is a web page ("{title}"): the browser saved a page in place of the download',
    remedy: 'open the page in a browser and read its message, then download the certificate again',
    source: 'certsrv',
  },
  'web-page.denied': {
    severity: 'error',
    detail: 'the file is the web page on which the authority says that the request was denied: {title}',
    remedy: 'remove the reason that the page gives, and submit the request again',
    source: 'certsrv',
  },
  'web-page.pending': {
    severity: 'error',
    detail: 'the file is the web page on which the authority says that the request is pending',
    remedy: 'ask a certificate manager to issue it, then download the certificate',
    source: 'certsrv',
  },
  'program-output': {
    severity: 'error',
    detail: 'the file is text that {program} prints about a certificate, and not the certificate',
    remedy: 'give the file that the text is about',
    source: 'Microsoft: certutil',
  },
  'other-format': {
    severity: 'error',
    detail: 'the file is {format}, which Windows does not import as a certificate',
    remedy: 'export the certificate from its program as .cer, .p7b or .pfx',
    source: 'Microsoft: Certificate Import Wizard',
  },
  text: {
    severity: 'error',
    detail: 'the file is text without a certificate, a request or a list',
    remedy: OTHER_FILE,
    source: 'RFC 7468',
  },
  'unknown-content': {
    severity: 'error',
    detail: 'the content of the file has no known form, or its beginning is damaged',
    remedy: COPY,
    source: 'RFC 5280, RFC 2986, RFC 7292',
  },
  'no-content': {
    severity: 'error',
    detail: 'the file holds neither a certificate nor a key',
    remedy: 'export the certificate again',
    source: 'RFC 7292 §4',
  },
  unreadable: {
    severity: 'error',
    detail: 'the file begins as it should and cannot be read: {reason}',
    remedy: COPY,
    source: 'X.690; RFC 5280',
  },
} as const satisfies FileFindingTexts;
