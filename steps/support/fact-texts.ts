import { ADCS_FACTS, ADCS_REFUSALS } from '../../src/adcs/adcs-refusals';
import { EVIDENCE_FACTS } from '../../src/evidence/evidence-facts';
import { combinedTexts } from '../../src/fact';
import { FINDING_TEXTS } from '../../src/judge/finding-texts';
import { OPERATOR_FACTS } from '../../src/operator/operator-facts';
import { OPERATOR_REFUSALS } from '../../src/operator/operator-refusals';
import { offeredProducts } from '../../src/products/offered-products';
import { refusalTexts } from '../../src/refusal';
import { REGISTRY_REFUSALS } from '../../src/windows/registry/registry-refusals';
import { WINDOWS_FACTS, WINDOWS_REFUSALS } from '../../src/windows/windows-refusals';
import { X509_FACTS, X509_REFUSALS } from '../../src/x509/x509-refusals';
import { REASONS } from './reasons';

/** The English texts of every fact that no product states. */
export const GENERAL_TEXTS = combinedTexts(
  X509_FACTS,
  WINDOWS_FACTS,
  ADCS_FACTS,
  OPERATOR_FACTS,
  EVIDENCE_FACTS,
  FINDING_TEXTS,
  REASONS,
  ...[X509_REFUSALS, WINDOWS_REFUSALS, REGISTRY_REFUSALS, ADCS_REFUSALS, OPERATOR_REFUSALS].map(refusalTexts),
);

/** The English texts of every fact that a record of a run on any offered product can state. */
export const FACT_TEXTS = combinedTexts(GENERAL_TEXTS, ...offeredProducts().map(({ texts }) => texts));
