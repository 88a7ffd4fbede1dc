import { ADCS_FACTS, ADCS_REFUSALS } from '../adcs/adcs-refusals';
import { combinedTexts, englishWords, type FactTexts, wordsOf } from '../fact';
import { FINDING_TEXTS } from '../judge/finding-texts';
import { identityMemo } from '../memo';
import { OPERATOR_FACTS } from '../operator/operator-facts';
import { OPERATOR_REFUSALS } from '../operator/operator-refusals';
import { refusalTexts } from '../refusal';
import { REGISTRY_REFUSALS } from '../windows/registry/registry-refusals';
import { WINDOWS_FACTS, WINDOWS_REFUSALS } from '../windows/windows-refusals';
import type { Deployment } from '../world/deployment';
import type { Product } from '../world/product';
import { X509_FACTS, X509_REFUSALS } from '../x509/x509-refusals';
import { contentFindings } from './content-findings';
import type { FileFinding } from './findings/file-finding';
import { FILE_FINDING_TEXTS } from './findings/file-findings';
import { inspectedCertificate, inspectedList, inspectedRequest, isoTime } from './inspected-parts';
import { inspectedPath } from './inspected-path';
import type { Inspection, InspectionFinding } from './inspection';
import type { InspectionOptions } from './inspection-options';
import { certificatesIn, type ReadFile } from './reading/file-content';
import { type NamedBytes, readFileContent } from './reading/read-file';
import { failureAtStep, useFindings } from './use-findings';

/**
 * Inspects a file of any program: PKCS #12, PKCS #7, certificates, a request, a revocation list, a policy of certreq. It
 * says what the file is. It also tries the file out on a simulated server: which step of a procedure refuses it, and what
 * its certificate would break. Throws no error for any bytes.
 */
export function inspectFile(file: NamedBytes, options: InspectionOptions): Inspection {
  const read = readFileContent(file, options.password);
  const words = englishWords(textsOf(options.deployment.product));
  const findings = findingsAbout(file, read, options).map(
    ({ code, severity, server, on, detail, cause, remedy, source }): InspectionFinding => ({
      code,
      severity,
      server: options.isExample ? null : server,
      on: wordsOf(on, words),
      detail: wordsOf(detail, words),
      cause,
      remedy: wordsOf(remedy, words),
      source: wordsOf(source, words),
    }),
  );
  const { content } = read;
  const path = content ? inspectedPath(content, options) : undefined;
  return {
    file: file.name,
    kind: read.kind,
    ok: content !== null,
    code: content === null ? read.failure.code : null,
    certificates: content ? certificatesIn(content).map((one) => inspectedCertificate(content, one)) : [],
    request: content?.kind === 'request' ? inspectedRequest(content.request) : null,
    findings: withoutRepetitions(findings),
    ...(path ? { path } : {}),
    ...(content?.kind === 'crl' ? { crl: inspectedList(content.crl) } : {}),
    at: isoTime(options.at),
  };
}

function findingsAbout(file: NamedBytes, read: ReadFile, options: InspectionOptions): readonly FileFinding[] {
  if (read.content === null) return [failureAtStep(file, read, options)];
  const known = [...options.roots, ...options.chain];
  return [...contentFindings(file.name, read.content, { at: options.at, known }), ...useFindings(file, read, options)];
}

/** Servers with the same finding about a file have it once. */
function withoutRepetitions(findings: readonly InspectionFinding[]): readonly InspectionFinding[] {
  const keys = findings.map(({ server: _, ...rest }) => JSON.stringify(rest));
  const first = findings.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
  const rank = (one: InspectionFinding) => SEVERITIES.indexOf(one.severity);
  return [...first].sort((one, other) => rank(one) - rank(other));
}

const SEVERITIES: readonly string[] = ['error', 'warning', 'info'];

const texts = identityMemo<Product<Deployment>, FactTexts>();

function textsOf(product: Product<Deployment>): FactTexts {
  const refusals = [X509_REFUSALS, WINDOWS_REFUSALS, REGISTRY_REFUSALS, ADCS_REFUSALS, OPERATOR_REFUSALS];
  return texts(product, () =>
    combinedTexts(
      X509_FACTS,
      WINDOWS_FACTS,
      ADCS_FACTS,
      OPERATOR_FACTS,
      FINDING_TEXTS,
      FILE_FINDING_TEXTS,
      product.texts,
      ...refusals.map(refusalTexts),
    ),
  );
}
