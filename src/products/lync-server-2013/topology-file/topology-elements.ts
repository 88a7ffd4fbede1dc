import { InputError } from '../../../input-error';
import { childrenOf, elementsAt } from '../../../xml/find-elements';
import type { XmlElement } from '../../../xml/parse-xml';
import type { NamedPlace, PublishedPort, PublishedSite } from './published-topology';

/** Parts that both forms of a topology document have in common. */

/** The value of an attribute that must be there. Throws an InputError with the place of the element. */
export function required(element: XmlElement, name: string, file: string): NamedPlace {
  const found = optional(element, name);
  if (found) return found;
  throw new InputError(
    `${file}:${element.line}:${element.column}: found <${element.name}> without ${name}, accepted: ${name}="…"; ` +
      'export the topology again',
  );
}

/** The value of an attribute; undefined if it is missing or empty. */
export function optional({ attributes, line, column }: XmlElement, name: string): NamedPlace | undefined {
  const text = attributes.get(name)?.trim();
  return text ? { text, line, column } : undefined;
}

/** The SIP domains, the default one first. */
export function sipDomainsIn(topology: XmlElement, file: string): readonly NamedPlace[] {
  const [list] = childrenOf(topology, 'InternalDomains');
  const main = list?.attributes.get('DefaultDomain')?.toLowerCase();
  const all = elementsAt(topology, 'InternalDomains', 'InternalDomain').map((one) => required(one, 'Name', file));
  const isMain = ({ text }: NamedPlace): boolean => text.toLowerCase() === main;
  return [...all.filter(isMain), ...all.filter((one) => !isMain(one))];
}

/** A central site: its id, its name, and its location in attributes or elements. */
export function siteOf(element: XmlElement, file: string): PublishedSite {
  const id = required(element, 'SiteId', file).text;
  const [named] = childrenOf(element, 'Name');
  const name: NamedPlace = named?.text
    ? { text: named.text, line: named.line, column: named.column }
    : (optional(element, 'Name') ?? { text: `Site ${id}`, line: element.line, column: element.column });
  const [location] = childrenOf(element, 'Location');
  return { id, name, location: location ? locationOf(location) : {} };
}

function locationOf(element: XmlElement): PublishedSite['location'] {
  const said = (...names: readonly string[]): NamedPlace | undefined => {
    const child = element.children.find(({ name, text }) => names.includes(name) && text !== '');
    return child ?? names.map((name) => optional(element, name)).find((one) => one !== undefined);
  };
  const [city, state, country] = [said('City'), said('State'), said('CountryCode', 'Country')];
  return { ...(city && { city }), ...(state && { state }), ...(country && { country }) };
}

/** The ports with a configured name. */
export function portsOf(service: XmlElement): readonly PublishedPort[] {
  return elementsAt(service, 'Ports', 'Port').flatMap((port) => {
    const fqdn = optional(port, 'ConfiguredFqdn');
    const owner = optional(port, 'Owner')?.text ?? '';
    const side = optional(port, 'InterfaceSide')?.text ?? '';
    return fqdn ? [{ owner, side, fqdn }] : [];
  });
}
