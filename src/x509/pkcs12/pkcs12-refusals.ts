import { Refusal } from '../../refusal';

/** The password is wrong, or it is missing although the file needs one. */
export function wrongPassword(password: string | undefined): Refusal {
  return new Refusal({
    code: 'wrong-password',
    on: 'the file',
    detail:
      password === undefined
        ? 'it is protected by a password and none was given, which is not the same as an empty one'
        : 'the password does not open it, or it was changed after it was written',
    remedy: 'type the password that was set when the file was exported',
    hresult: 'ERROR_INVALID_PASSWORD',
  });
}

/** The file begins as PKCS #12, but the rest is unreadable. */
export function unreadable(detail: string): Refusal {
  return new Refusal({
    code: 'unreadable',
    on: 'the file',
    detail: `it begins as personal information exchange (PKCS #12) and cannot be read: ${detail}`,
    remedy: 'copy or export the file again',
    hresult: 'CRYPT_E_ASN1_BADTAG',
  });
}

/** The protection is valid, but this reader does not support it. */
export function unsupported(detail: string): Refusal {
  return new Refusal({
    code: 'unsupported',
    on: 'the file',
    detail,
    remedy: 'export it again with a password and the encryption TripleDES-SHA1 or AES256-SHA256',
  });
}
