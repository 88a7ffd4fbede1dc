import forge from 'node-forge/lib/forge';
import 'node-forge/lib/asn1';
import 'node-forge/lib/rc2';

/** The used parts of node-forge: ASN.1 encoding, and RC2, which OpenSSL 3 does not offer by default. */
export const { asn1, rc2 } = forge;
export const { createBuffer } = forge.util;
