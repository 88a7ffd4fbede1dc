import { publishedTemplate } from '../../src/adcs/submission';
import { type Console, windowOn } from '../../src/operator/console';
import { move } from '../../src/operator/moves';
import { type Deployment, issuingAuthority } from '../../src/world/deployment';
import { optionsOf } from './observations/window-texts';

/** The title of a template on the authority's web pages; null for an authority without templates. */
export function offersTemplates(deployment: Deployment, name: string): string | null {
  const authority = issuingAuthority(deployment);
  return authority.kind === 'enterprise' ? (publishedTemplate(authority, name)?.displayName ?? name) : null;
}

/** Whether the page that is open lists a template with this title. */
export function isListed(console: Console, title: string): boolean {
  return optionsOf(windowOn(console)).includes(title);
}

/** Selects the template on the current page. */
export function selectTemplate(console: Console, title: string): Console {
  return move(console, { page: windowOn(console).page, control: 'Certificate Template', value: title });
}
