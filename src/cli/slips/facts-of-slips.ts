import { ADCS_FACTS, ADCS_REFUSALS } from '../../adcs/adcs-refusals';
import { combinedTexts, type Fact, type FactTexts, type Value } from '../../fact';
import { FINDING_TEXTS } from '../../judge/finding-texts';
import { OPERATOR_FACTS } from '../../operator/operator-facts';
import { OPERATOR_REFUSALS } from '../../operator/operator-refusals';
import { refusalTexts } from '../../refusal';
import { SLIP_FACTS } from '../../what-if/slips/slip-facts';
import { UNNOTICED_TEXTS } from '../../what-if/unnoticed-omissions';
import { REGISTRY_REFUSALS } from '../../windows/registry/registry-refusals';
import { WINDOWS_FACTS, WINDOWS_REFUSALS } from '../../windows/windows-refusals';
import { X509_FACTS, X509_REFUSALS } from '../../x509/x509-refusals';

/** The English texts of these values and of every fact in them. */
export function textsOf(values: readonly Value[], product: { readonly texts: FactTexts }): FactTexts {
  const refusals = [X509_REFUSALS, WINDOWS_REFUSALS, REGISTRY_REFUSALS, ADCS_REFUSALS, OPERATOR_REFUSALS];
  const all = combinedTexts(
    ...[X509_FACTS, WINDOWS_FACTS, ADCS_FACTS, OPERATOR_FACTS, FINDING_TEXTS, SLIP_FACTS, UNNOTICED_TEXTS],
    product.texts,
    ...refusals.map(refusalTexts),
  );
  const codes = [...new Set(values.flatMap(factsIn).map(({ code }) => code))].sort();
  return Object.fromEntries(codes.flatMap((code) => (all[code] === undefined ? [] : [[code, all[code]]])));
}

function factsIn(value: Value): readonly Fact[] {
  if (typeof value === 'string' || typeof value === 'number' || 'label' in value) return [];
  if ('code' in value) return [value, ...Object.values(value.parameters).flatMap(factsIn)];
  return value.flatMap(factsIn);
}
