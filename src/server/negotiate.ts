/** SPNEGO (RFC 4178), as far as it carries NTLM messages. Some clients send the NTLM message without it. */

const NTLM = Buffer.from('NTLMSSP\0');
/** 1.3.6.1.4.1.311.2.2.10 */
const MECHANISM = Buffer.from('060a2b06010401823702020a', 'hex');
const ACCEPT_INCOMPLETE = Buffer.from('0a0101', 'hex');

/** The NTLM message in a token; undefined if the token has none, for example for Kerberos. */
export function ntlmIn(token: Buffer): Buffer | undefined {
  const start = token.indexOf(NTLM);
  return start < 0 ? undefined : token.subarray(start);
}

/** The answer in the form in which the client sent its token. */
export function negotiateAnswer(token: Buffer, message: Buffer): Buffer {
  if (token.indexOf(NTLM) === 0) return message;
  const fields = [element(0xa0, ACCEPT_INCOMPLETE), element(0xa1, MECHANISM), element(0xa2, element(0x04, message))];
  return element(0xa1, element(0x30, Buffer.concat(fields)));
}

function element(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const head =
    length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}
