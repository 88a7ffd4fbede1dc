import { readFileSync } from 'node:fs';
import type { FileFinding } from '../../src/inspection/findings/file-finding';
import { inspectFile } from '../../src/inspection/inspect-file';
import type { Inspection } from '../../src/inspection/inspection';
import type { InspectionOptions } from '../../src/inspection/inspection-options';
import { DEFAULT_ENVIRONMENT } from '../../src/package/folder';
import { committedSource } from '../../src/package/rehearsal-keys';
import { PRODUCTS } from '../../src/products/products';
import { buildDeployment } from '../../src/world/build-deployment';
import { readEnvironment } from '../../src/world/environment-file/read-environment';
import { NOW } from '../x509/authorities';

/** Inspections as the command makes them, with the embedded environment as an example. */

const text = readFileSync(DEFAULT_ENVIRONMENT, 'utf8');

/** The embedded environment, with lines of its file replaced. */
export function deploymentWith(...changes: readonly (readonly [line: string, other: string])[]) {
  const changed = changes.reduce((all, [line, other]) => {
    if (!all.includes(line)) throw new Error(`the embedded environment has no line "${line}"`);
    return all.replaceAll(line, other);
  }, text);
  return buildDeployment(readEnvironment(changed, DEFAULT_ENVIRONMENT, PRODUCTS), committedSource(), PRODUCTS[0]);
}

const deployment = deploymentWith();

/** The options of an inspection at the time of the test certificates. */
export function setting(changes: Partial<InspectionOptions> = {}): InspectionOptions {
  return { deployment, isExample: true, at: NOW, roots: [], chain: [], crls: [], ...changes };
}

/** Inspects bytes under a name. */
export function inspected(
  name: string,
  bytes: Uint8Array | string,
  changes: Partial<InspectionOptions> = {},
): Inspection {
  return inspectFile({ name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes }, setting(changes));
}

/** The codes of the findings with this severity, in order. */
export function codes({ findings }: Inspection, severity: FileFinding['severity'] = 'error'): readonly string[] {
  return findings.flatMap((one) => (one.severity === severity ? [one.code] : []));
}
