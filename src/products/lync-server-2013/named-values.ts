import { exportedFile } from '../../operator/named-values';
import type { Deployment } from '../../world/deployment';
import type { Pool } from '../../world/topology';
import type { RequestParameters } from './management-shell/command-parameters';
import { isEdgePool } from './topology';

/** The values that features of Lync Server write in braces, in addition to those of every environment. */
export function namedValues(deployment: Deployment, pool: Pool): Readonly<Record<string, string>> {
  return { 'first Edge Server': pool.servers[0] ?? '', ...externalValues(deployment, pool) };
}

/** The values for the certificate of the external interface; none for a pool without names for it. */
function externalValues(deployment: Deployment, pool: Pool): Readonly<Record<string, string>> {
  if (!isEdgePool(pool) || !pool.externalNames) return {};
  const { files } = deployment.environment;
  return {
    'access edge': pool.externalNames.accessEdge,
    'external friendly name': 'External Edge',
    'external request file': beside(files.request, 'external.req'),
    'external certificate file': beside(files.response, 'external.cer'),
    'public chain file': beside(files.chain, 'public-chain.p7b'),
    'external exported file': beside(exportedFile(deployment, pool), 'external.pfx'),
  };
}

/** Another file in the folder of a Windows path. */
function beside(path: string, name: string): string {
  return `${path.slice(0, path.lastIndexOf('\\') + 1)}${name}`;
}

/** The organization parameters of a certificate request, under the names of the cmdlets. */
export function organizationOf({
  environment,
}: Deployment): Pick<RequestParameters, 'organization' | 'unit' | 'country' | 'state' | 'city'> {
  const { name, ...others } = environment.organization;
  return { organization: name, ...others };
}
