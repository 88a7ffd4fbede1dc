import { defineParameterType } from '@cucumber/cucumber';
import { issuingAuthority } from '../../src/deployment/deployment';
import type { Console } from '../../src/operator/console';
import { walk } from '../../src/operator/moves';
import { beginImport, importFile, openUserCertificates } from '../../src/operator/tasks/certification-path';
import type { RehearsalWorld } from './world';

const ROOTS = 'Trusted Root Certification Authorities';

/** An authority by its place in the hierarchy: where the snap-in shows its certificate, and under which name. */
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

/** Imports the chain file in one of the ways that features speak of, on the server where the person sits. */
export function importChain(console: Console, choice: string): Console {
  const { chain } = console.deployment.environment.files;
  switch (choice) {
    case 'into the stores of a user':
      return importFile(console, chain, ROOTS, { open: openUserCertificates });
    case 'without finishing':
      return walk(beginImport(console, chain, ROOTS), [['Certificate Store', 'Next', 'pressed']]);
    default:
      return importFile(console, chain, ROOTS, { byType: choice === 'each certificate by its type' });
  }
}
