import { type Deployment, issuingAuthority, withAuthority } from '../../src/world/deployment';

/** The deployment in which only this group may enroll for the template. */
export function onlyEnroll(deployment: Deployment, template: string, group: string): Deployment {
  const authority = issuingAuthority(deployment);
  const templates = authority.templates.map((t) => (t.name === template ? { ...t, enroll: [group] } : t));
  return withAuthority(deployment, { ...authority, templates });
}
