import { type Deployment, withFirstPool } from '../../../src/world/deployment';
import { FeatureError } from '../../support/feature-error';

/** The deployment in which features call this pool "the pool". Throws a FeatureError for an unknown name. */
export function forPool(deployment: Deployment, fqdn: string): Deployment {
  const first = withFirstPool(deployment, fqdn);
  if (first) return first;
  const pools = deployment.pools.map((pool) => pool.fqdn).join(', ');
  throw new FeatureError(`there is no pool "${fqdn}" here; the pools are ${pools}`);
}
