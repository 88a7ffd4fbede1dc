import { formatName } from '../x509/names/distinguished-name';
import { type CheckedPath, checkedPath } from '../x509/paths/checked-path';
import type { InspectedPath } from './inspection';
import type { InspectionOptions } from './inspection-options';
import { certificatesIn, type InspectedContent } from './reading/file-content';
import { lowestOf, subjectIn } from './trial/file-roles';

/** The path from the certificate of a file; undefined if none was asked for, or if the file has no certificate. */
export function inspectedPath(content: InspectedContent, options: InspectionOptions): InspectedPath | undefined {
  const { roots, chain, crls, at, purpose, pool } = options;
  const certificates = certificatesIn(content);
  const certificate = subjectIn(content) ?? lowestOf(certificates);
  if (!certificate || [...roots, ...chain, ...crls].length === 0) return undefined;
  const isServer = certificate === subjectIn(content);
  const checked = checkedPath(certificate, {
    trusted: roots,
    candidates: [...chain, ...certificates],
    at,
    crls,
    ...(purpose === undefined ? {} : { purpose }),
    ...(pool !== undefined && isServer ? { host: pool } : {}),
  });
  return shown(checked);
}

function shown({ ok, code, certificates }: CheckedPath): InspectedPath {
  return { ok, code, subjects: certificates.map(({ subject }) => formatName(subject)) };
}
