import { verdict } from '../../../../exploration/law';
import { type Console, run, windowOn } from '../../../../operator/console';
import { controlNamed } from '../../../../windows/window';
import type { Deployment } from '../../../../world/deployment';
import { assumptionsOf } from '../../assumptions';
import { USE_TITLES, type UseName } from '../../certificate-use';
import { beginAssignment } from '../../tasks/certificate';
import { edge } from '../../tasks/whole-procedure';
import { lyncServerOf, usesOn } from '../../topology';
import { STEP_THREE } from '../../wizards/deployment-wizard';
import type { PoolLaw } from '../domain';
import { serverPhrase } from '../server-phrase';

/** Compares the green check mark of Step 3 with the certificates that the wizard's pages list. */
export const CHECK_MARK_LAW: PoolLaw = {
  name: 'the check mark shows if and only if each required use has an assignable certificate',
  ofState({ console, pool }) {
    const marks = pool.servers.map((fqdn) => ({ fqdn, shown: isShown(console, fqdn), due: isDue(console, fqdn) }));
    const wrong = marks.filter(({ shown, due }) => shown !== due);
    const claim = wrong
      .slice(0, 1)
      .map(({ fqdn, due }) => claimed(console.deployment, serverPhrase(console.deployment, fqdn), fqdn, due));
    return verdict(
      marks.some(({ due }) => due),
      wrong.map(({ fqdn, shown }) => `the check mark is ${shown ? '' : 'not '}shown on ${fqdn}`),
      claim,
    );
  },
};

function isShown(console: Console, fqdn: string): boolean {
  const window = windowOn(run(edge(console, fqdn), 'Deployment Wizard'));
  return controlNamed(window, STEP_THREE)?.value === 'green check mark';
}

function isDue({ deployment, ...rest }: Console, fqdn: string): boolean {
  const required = assumptionsOf(deployment).greenCheckNeedsExternalUses
    ? usesOn(deployment, fqdn)
    : ['Internal' as const];
  return required.every((use) => isOffered({ ...rest, deployment }, fqdn, use));
}

/** Whether the page "Certificate Store" lists the certificate that is assigned to the use. */
function isOffered(console: Console, fqdn: string, use: UseName): boolean {
  const assigned = lyncServerOf(console.deployment, fqdn).assigned[use];
  if (assigned === undefined) return false;
  const window = windowOn(beginAssignment(edge(console, fqdn), USE_TITLES[use]));
  const list = window.controls.find(({ kind }) => kind === 'list');
  return list?.options?.some((item) => item.includes(`thumbprint ${assigned.slice(0, 8)}`)) ?? false;
}

function claimed(deployment: Deployment, server: string, fqdn: string, due: boolean): string {
  const button = lyncServerOf(deployment, fqdn).launched ? 'Run again' : 'Run';
  const mark = due ? 'with a green check mark' : 'without a check mark';
  return `Then Step 3 of the Deployment Wizard on ${server} says "${button}" ${mark}`;
}
