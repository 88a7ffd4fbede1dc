import { enumerated, octetString, oid, sequence, tagged, toDer } from '../x509/der/write-der';

/** SPNEGO (RFC 4178), as far as it carries NTLM messages. Some clients send the NTLM message without it. */

const NTLM = Buffer.from('NTLMSSP\0');
/** the mechanism NTLM ([MS-SPNG] 1.9) */
const MECHANISM = '1.3.6.1.4.1.311.2.2.10';
/** negState */
const ACCEPT_INCOMPLETE = 1;

/** The NTLM message in a token; undefined if the token has none, for example for Kerberos. */
export function ntlmIn(token: Buffer): Buffer | undefined {
  const start = token.indexOf(NTLM);
  return start < 0 ? undefined : token.subarray(start);
}

/** The answer in the form in which the client sent its token: NegTokenResp, or the NTLM message alone. */
export function negotiateAnswer(token: Buffer, message: Buffer): Buffer {
  if (token.indexOf(NTLM) === 0) return message;
  const fields = [tagged(0, enumerated(ACCEPT_INCOMPLETE)), tagged(1, oid(MECHANISM)), tagged(2, octetString(message))];
  return Buffer.from(toDer(tagged(1, sequence(...fields))));
}
