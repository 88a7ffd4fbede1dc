import { type Certificate, certificateFrom } from '../../src/x509/certificate';
import { contextTag, type Element, elementsOf, onlyElement, sequenceOf } from '../../src/x509/der/read-der';
import { readOid } from '../../src/x509/der/read-values';
import { encodedStructure, type Structure, sequence, tagged } from '../../src/x509/der/write-der';
import { extension } from '../../src/x509/extension';
import { type KeyPair, privateKeyOf } from '../../src/x509/keys/key-pair';
import { readSigned, signStructure } from '../../src/x509/signed-structure';

/** Certificates that the program itself would not write: an extension more or another field, signed again. */

/** One extension: its identifier, its value, and whether it is critical. */
export type Added = readonly [id: string, value: Structure, critical?: boolean];

/** Replaces the extensions with these identifiers, or adds them, and signs the certificate with the issuer's key. */
export function withExtensions(certificate: Certificate, issuer: KeyPair, ...added: readonly Added[]): Certificate {
  return certificateFrom(derWithExtensions(certificate, issuer, ...added));
}

/** The DER of that certificate, which readers may refuse. */
export function derWithExtensions(certificate: Certificate, issuer: KeyPair, ...added: readonly Added[]): Uint8Array {
  const ids = added.map(([id]) => id);
  return changed(certificate, issuer, (field) => {
    if (field.tag !== contextTag(3)) return [encodedStructure(field.der)];
    const kept = sequenceOf(onlyElement(field)).filter((one) => !ids.includes(readOid(sequenceOf(one)[0])));
    const own = added.map(([id, value, critical]) => extension(id, value, critical));
    return [tagged(3, sequence(...kept.map((one) => encodedStructure(one.der)), ...own))];
  });
}

/** The DER with another value in one field of the part that is signed, counted from 0 (the version). */
export function derWithField(
  certificate: Certificate,
  issuer: KeyPair,
  position: number,
  value: Structure,
): Uint8Array {
  return changed(certificate, issuer, (field, index) => [index === position ? value : encodedStructure(field.der)]);
}

function changed(
  certificate: Certificate,
  issuer: KeyPair,
  change: (field: Element, index: number) => readonly Structure[],
): Uint8Array {
  const { toBeSigned } = readSigned(certificate.der);
  const fields = elementsOf(toBeSigned).flatMap(change);
  return signStructure(sequence(...fields), privateKeyOf(issuer), { hash: 'sha256', probabilistic: false });
}
