import type { NamedValue, ValueName } from './named-values';

/** What the environment file accepts, by the name under which the pages say it. */
export type Rule =
  | 'fqdn'
  | 'pool'
  | 'balancer'
  | 'netbios'
  | 'authority'
  | 'template'
  | 'templateTitle'
  | 'account'
  | 'text64'
  | 'text128'
  | 'bits'
  | 'country'
  | 'path'
  | 'share'
  | 'drive';

/** Under which heading a value stands. */
export type Group = 'computers' | 'authorities' | 'accounts' | 'subject' | 'files';

export const RULES: Readonly<Record<ValueName, Rule>> = {
  domain: 'fqdn',
  sipDomain: 'fqdn',
  pool: 'pool',
  server: 'fqdn',
  internalServer: 'fqdn',
  frontEndPool: 'fqdn',
  accessEdge: 'fqdn',
  webConferencing: 'fqdn',
  av: 'fqdn',
  loadBalancer: 'balancer',
  authorityHost: 'fqdn',
  netbios: 'netbios',
  authority: 'authority',
  template: 'template',
  templateTitle: 'templateTitle',
  account: 'account',
  organization: 'text64',
  unit: 'text64',
  city: 'text128',
  state: 'text128',
  friendlyName: 'text128',
  country: 'country',
  bitLength: 'bits',
  chain: 'path',
  request: 'path',
  response: 'path',
  exported: 'path',
  share: 'share',
  drive: 'drive',
};

const GROUPS: Readonly<Record<Rule, Group>> = {
  fqdn: 'computers',
  pool: 'computers',
  balancer: 'computers',
  netbios: 'accounts',
  authority: 'authorities',
  template: 'authorities',
  templateTitle: 'authorities',
  account: 'accounts',
  text64: 'subject',
  text128: 'subject',
  country: 'subject',
  bits: 'subject',
  path: 'files',
  share: 'files',
  drive: 'files',
};

/** In the order in which they stand on a page. */
export const ORDER: readonly Group[] = ['computers', 'authorities', 'accounts', 'subject', 'files'];

/** The heading under which the value stands, whatever names it has. */
export function groupOf([named]: readonly NamedValue[]): Group {
  return named ? GROUPS[RULES[named.name]] : 'computers';
}
