import type { Deployment } from '../../../world/deployment';
import type { JudgedCertificate, Observation, ProductFindings } from '../../../world/product-findings';
import { FINDING_CODES, type FindingCode } from './finding-codes';

/** What Lync Server 2013 adds to the judge: its pages, and rules about what it does not support. */
export const FINDINGS: ProductFindings<Deployment> = {
  pages: FINDING_CODES,
  keyRules: [keyProvider],
  certificateRules: [signature, revocationAddress],
};

/** Lync Server cannot use keys in a CNG key storage provider (administrators' reports). */
function keyProvider(certificate: Certificate): readonly Observation[] {
  const { machine, entry } = certificate;
  const key = machine.keys.find(({ location, container }) => {
    return location === 'LocalMachine' && container === entry.keyContainer;
  });
  if (key?.provider !== 'Microsoft Software Key Storage Provider') return [];
  return [observed('unsupported-key-provider', certificate, `its key lies in the "${key.provider}"`)];
}

/** RSASSA-PSS is not supported (Microsoft: Certificate infrastructure requirements). */
function signature(certificate: Certificate): readonly Observation[] {
  const { signatureAlgorithm } = certificate.entry.certificate;
  if (signatureAlgorithm !== 'RSASSA-PSS') return [];
  return [observed('unsupported-signature', certificate, `it is signed with ${signatureAlgorithm}`)];
}

/** Every server certificate needs a CRL distribution point (Microsoft: Certificate infrastructure requirements). */
function revocationAddress(certificate: Certificate): readonly Observation[] {
  const { crlDistributionPoints, selfSigned } = certificate.entry.certificate;
  if (selfSigned || crlDistributionPoints.length > 0) return [];
  return [observed('no-revocation-address', certificate, 'it names no CRL distribution point')];
}

type Certificate = JudgedCertificate<Deployment>;

function observed(code: FindingCode, { use, entry }: Certificate, detail: string): Observation {
  return { code, detail: `${use.title}, thumbprint ${entry.certificate.thumbprint}: ${detail}` };
}
