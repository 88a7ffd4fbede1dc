/** Text that is not YAML, or more of YAML than the file may use. */
import type { Case } from './environment-case';

export const SYNTAX_CASES: readonly Case[] = [
  {
    title: 'a tab before a key',
    from: '  unit: IT',
    to: '«\tunit: IT',
    path: '',
    found: '"\\tunit: IT"',
    accepted: 'spaces, not tabs, before a key',
  },
  {
    title: 'a key twice',
    from: '  city: Redmond',
    to: '  city: Seattle\n  «city: Redmond',
    path: 'organization.city',
    found: '"city: Redmond"',
    accepted: 'each key once in a mapping',
  },
  {
    title: 'a key twice inside lists',
    from: '            windows: 2012 R2\n          - fqdn: edge02',
    to: '            windows: 2012 R2\n            «windows: 2012\n          - fqdn: edge02',
    path: 'sites[0].pools[0].servers[0].windows',
    found: '"windows: 2012"',
    accepted: 'each key once in a mapping',
  },
  {
    title: 'a Windows path in double quotes',
    from: 'chain: C:\\Certificates\\chain.p7b\n',
    to: 'chain: "C:«\\Certificates\\\\chain.p7b"\n',
    path: '',
    found: '"\\\\Certificates\\\\\\\\chain.p7b\\""',
    accepted: 'Windows paths without quotes or in single quotes; in double quotes \\\\ for each \\',
  },
  {
    title: 'an alias without anchor',
    from: 'country: US',
    to: 'country: «*us',
    path: '',
    found: '"*us"',
    accepted: 'an alias of an anchor (&us) above it',
  },
  {
    title: 'a tag',
    from: 'country: US',
    to: 'country: «!code US',
    path: '',
    found: '"!code US"',
    accepted: 'plain values without tags',
  },
  {
    title: 'a key without colon',
    from: '\ndomain: contoso.com\n',
    to: '\n«domain contoso.com\n',
    path: '',
    found: '"domain contoso.com"',
    accepted: 'key: value, with a colon and a blank between',
  },
];
