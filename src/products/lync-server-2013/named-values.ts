import type { Deployment } from '../../world/deployment';
import type { Pool } from '../../world/topology';
import type { RequestParameters } from './command-parameters';

/** The values that features of Lync Server write in braces, beside those of every environment. */
export function namedValues(_: Deployment, { servers }: Pool): Readonly<Record<string, string>> {
  return { 'first Edge Server': servers[0] ?? '' };
}

/** Whose certificate is asked for, as the cmdlets call it. */
export function organizationOf({
  environment,
}: Deployment): Pick<RequestParameters, 'organization' | 'unit' | 'country' | 'state' | 'city'> {
  const { name, ...others } = environment.organization;
  return { organization: name, ...others };
}
