import forge from 'node-forge/lib/forge';
import 'node-forge/lib/asn1';
import 'node-forge/lib/rc2';

/** What is used of node-forge: the encoding of ASN.1, and the one cipher that OpenSSL 3 does not offer any more. */
export const { asn1, rc2 } = forge;
export const { createBuffer } = forge.util;
