import type { Deployment } from '../../world/deployment';
import type { Pool } from '../../world/topology';
import type { RequestParameters } from './management-shell/command-parameters';

/** The values that features of Lync Server write in braces, in addition to those of every environment. */
export function namedValues(_: Deployment, { servers }: Pool): Readonly<Record<string, string>> {
  return { 'first Edge Server': servers[0] ?? '' };
}

/** The organization parameters of a certificate request, under the names of the cmdlets. */
export function organizationOf({
  environment,
}: Deployment): Pick<RequestParameters, 'organization' | 'unit' | 'country' | 'state' | 'city'> {
  const { name, ...others } = environment.organization;
  return { organization: name, ...others };
}
