import { called } from '../../../judge/subject';
import { authorityFact } from '../../../judge/trust-rules';
import { pathIn } from '../../../windows/certification-path';
import type { Deployment } from '../../../world/deployment';
import type { JudgedCertificate, Observation, ProductFindings } from '../../../world/product-findings';
import { weaknessesOf } from '../../../x509/paths/algorithm-strength';
import { FINDING_CODES, type FindingCode, lyncFindingFact } from './finding-codes';

/** The contribution of Lync Server 2013 to the judge: its pages, and rules about unsupported features. */
export const FINDINGS: ProductFindings<Deployment> = {
  pages: FINDING_CODES,
  keyRules: [keyProvider],
  certificateRules: [signature, revocationAddress],
};

/** Lync Server cannot use keys in a CNG key storage provider (administrators' reports). */
function keyProvider(certificate: Certificate): readonly LyncObservation[] {
  const { machine, entry } = certificate;
  const key = machine.keys.find(({ location, container }) => {
    return location === 'LocalMachine' && container === entry.keyContainer;
  });
  if (key?.provider !== 'Microsoft Software Key Storage Provider') return [];
  return [
    {
      code: 'unsupported-key-provider',
      detail: lyncFindingFact('finding.unsupported-key-provider', { ...called(certificate), provider: key.provider }),
    },
  ];
}

/** RSASSA-PSS is not supported, anywhere in the path (Microsoft: Certificate infrastructure requirements). */
function signature(certificate: Certificate): readonly LyncObservation[] {
  const own = certificate.entry.certificate;
  const path = pathIn(certificate.machine, own);
  return path
    .filter((one) => weaknessesOf(one).includes('probabilistic'))
    .map((one) => {
      const signed = { ...called(certificate), algorithm: one.signatureAlgorithm };
      const detail =
        one === own
          ? lyncFindingFact('finding.unsupported-signature', signed)
          : lyncFindingFact('finding.unsupported-signature-of-authority', { ...signed, authority: authorityFact(one) });
      return { code: 'unsupported-signature', detail };
    });
}

/** Every server certificate needs a CRL distribution point (Microsoft: Certificate infrastructure requirements). */
function revocationAddress(certificate: Certificate): readonly LyncObservation[] {
  const { crlDistributionPoints, selfSigned } = certificate.entry.certificate;
  if (selfSigned || crlDistributionPoints.length > 0) return [];
  return [
    { code: 'no-revocation-address', detail: lyncFindingFact('finding.no-revocation-address', called(certificate)) },
  ];
}

/** An observation with a code of Lync Server. */
interface LyncObservation extends Observation {
  readonly code: FindingCode;
}

type Certificate = JudgedCertificate<Deployment>;
