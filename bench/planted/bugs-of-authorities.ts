import type { CertificationAuthority } from '../../src/adcs/authority';
import type { PoolSystem } from '../../src/products/lync-server-2013/exploration/domain';
import { type Deployment, issuingAuthority, withAuthority } from '../../src/world/deployment';
import { withActions } from './planting';

/** Bugs of the authority: while it answers a request, it is changed, and it is as before afterwards. */

const YEAR = 365 * 24 * 60;
const LONG = { count: 40, unit: 'years' } as const;

export const BUGS_OF_AUTHORITIES: Readonly<Record<string, PoolSystem>> = {
  'rule: a key that is too short is certified': answering(({ templates }) => ({
    templates: templates.map((template) => ({ ...template, minimumKeySize: 512 })),
  })),
  'rule: the usage is not that of the template': answering(({ templates }) => ({
    templates: templates.map((template) => ({ ...template, extendedKeyUsage: ['clientAuth'] })),
  })),
  'rule: every request waits for a manager': answering(() => ({ managerApproval: true })),
  'rule: no request waits for a manager': answering(({ templates }) => ({
    managerApproval: false,
    templates: templates.map((template) => ({ ...template, managerApproval: false })),
  })),
  'time: a certificate is valid for longer than its template allows': answering(({ settings, templates }) => ({
    settings: { ...settings, validity: LONG },
    templates: templates.map((template) => ({ ...template, validity: LONG })),
  })),
  'time: a certificate is valid from the next year on': answering(() => ({ clockSkewMinutes: -YEAR })),
  'memory: the oldest key signs after a renewal': answering(({ generations }) => ({
    generations: generations.slice(0, 1),
  })),
  'rights: anyone decides about requests': asAnyone(),
};

/** The system in which the issuing authority has these properties while a request is submitted. */
function answering(changed: (authority: CertificationAuthority) => Partial<CertificationAuthority>): PoolSystem {
  return withActions((action) => {
    if (!action.sentence.includes('submits the request')) return action.perform;
    return (console) => {
      const authority = issuingAuthority(console.deployment);
      const done = action.perform({
        ...console,
        deployment: withAuthority(console.deployment, { ...authority, ...changed(authority) }),
      });
      const { requests } = issuingAuthority(done.deployment);
      return { ...done, deployment: withAuthority(done.deployment, { ...authority, requests }) };
    };
  });
}

function asAnyone(): PoolSystem {
  return withActions((action, { operation }) => {
    if (operation.kind !== 'decide' && operation.kind !== 'revoke') return action.perform;
    return (console) => {
      const { permissions } = issuingAuthority(console.deployment);
      const open = { ...permissions, certificateManagers: ['Authenticated Users'] };
      const done = action.perform({ ...console, deployment: permitted(console.deployment, open) });
      return { ...done, deployment: permitted(done.deployment, permissions) };
    };
  });
}

function permitted(deployment: Deployment, permissions: CertificationAuthority['permissions']): Deployment {
  return withAuthority(deployment, { ...issuingAuthority(deployment), permissions });
}
