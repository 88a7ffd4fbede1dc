import { defineParameterType } from '@cucumber/cucumber';
import { issuingAuthority } from '../../../src/world/deployment';
import type { RehearsalWorld } from '../world';

const ROOTS = 'Trusted Root Certification Authorities';

/**
 * An authority by its position in the hierarchy: the store in which the snap-in shows its certificate, and its name.
 */
export interface Tier {
  readonly store: string;
  readonly name: string;
}

defineParameterType({
  name: 'tier',
  regexp: /the issuing authority|the root/,
  transformer(this: RehearsalWorld, phrase: string): Tier {
    const { name, superiors } = issuingAuthority(this.deployment);
    const [root] = this.deployment.environment.pki.authorities;
    if (phrase === 'the root' || superiors.length === 0) return { store: ROOTS, name: root?.name ?? name };
    return { store: 'Intermediate Certification Authorities', name };
  },
});
