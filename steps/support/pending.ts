import { publishedTemplate } from '../../src/adcs/submission';
import { type Deployment, issuingAuthority } from '../../src/deployment/deployment';
import { type Console, isAt, windowOn } from '../../src/operator/console';
import { move } from '../../src/operator/moves';
import { decide, newestRequest, retrieveWithCertreq } from '../../src/operator/tasks/request';

/** Under which title the authority's web pages list a template; null for an authority without templates. */
export function offersTemplates(deployment: Deployment, name: string): string | null {
  const authority = issuingAuthority(deployment);
  return authority.kind === 'enterprise' ? (publishedTemplate(authority, name)?.displayName ?? name) : null;
}

/** The template selected on the page that shows. */
export function selectTemplate(console: Console, title: string): Console {
  return move(console, { page: windowOn(console).page, control: 'Certificate Template', value: title });
}

/**
 * The newest request issued, if it waits; then the operator asks again: on the web page that said "pending", or with
 * certreq where no such page is open.
 */
export function approvedWhereWaiting(console: Console): Console {
  const row = newestRequest(console.deployment);
  if (row.disposition.kind !== 'under submission') return console;
  const issued = decide(console, 'issue');
  if (!isAt(issued, 'Certificate Pending')) return retrieveWithCertreq(issued, row.id);
  return move(issued, { page: 'Certificate Pending', control: 'Check status', value: 'pressed' });
}
