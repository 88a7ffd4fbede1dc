/** Texts that do not have the form of what they stand for. */
import type { Case } from './environment-case';

const FQDN = 'a fully qualified domain name in ASCII with its DNS suffix, such as edge01.contoso.com';
const PATH = 'a full Windows path such as C:\\Certificates\\file.cer, without < > : " / | ? * and device names';
const WINDOWS = '2008 R2, 2012, 2012 R2';

export const TEXT_CASES: readonly Case[] = [
  {
    title: 'a country in small letters',
    from: 'country: US',
    to: 'country: «us',
    path: 'organization.country',
    found: '"us"',
    accepted: 'two capital letters of ISO 3166-1, such as US',
  },
  {
    title: 'a day that does not exist',
    from: '\nclock: 2013-11-07T09:00:00Z',
    to: '\nclock: «2013-02-30T09:00:00Z',
    path: 'clock',
    found: '"2013-02-30T09:00:00Z"',
    accepted: 'a date and time in UTC from 2000 to 2099, such as 2013-11-07T09:00:00Z',
  },
  {
    title: 'local time',
    from: '\nclock: 2013-11-07T09:00:00Z',
    to: '\nclock: «2013-11-07T09:00:00+01:00',
    path: 'clock',
    found: '"2013-11-07T09:00:00+01:00"',
    accepted: 'a date and time in UTC from 2000 to 2099, such as 2013-11-07T09:00:00Z',
  },
  {
    title: 'a Windows version that Lync Server 2013 does not run on',
    from: 'windows: 2012 R2',
    to: 'windows: «2016',
    path: 'internalServer.windows',
    found: '2016',
    accepted: WINDOWS,
  },
  {
    title: 'a Windows version without its blank',
    from: 'windows: 2012 R2',
    to: 'windows: «2012R2',
    path: 'internalServer.windows',
    found: '"2012R2"',
    accepted: `${WINDOWS} (did you mean 2012 R2?)`,
  },
  {
    title: 'an Edge Server without DNS suffix',
    from: 'fqdn: edge02.contoso.com',
    to: 'fqdn: «edge02',
    path: 'sites[0].pools[0].servers[1].fqdn',
    found: '"edge02"',
    accepted: FQDN,
  },
  {
    title: 'a computer name that is not ASCII',
    from: 'fqdn: edge02.contoso.com',
    to: 'fqdn: «邊緣.contoso.com',
    path: 'sites[0].pools[0].servers[1].fqdn',
    found: '"邊緣.contoso.com"',
    accepted: FQDN,
  },
  {
    title: 'an account with two domains',
    from: 'name: CONTOSO\\user01',
    to: 'name: «CONTOSO\\EU\\user01',
    path: 'accounts[3].name',
    found: '"CONTOSO\\\\EU\\\\user01"',
    accepted: 'an account such as CONTOSO\\lyncadmin or Administrator',
  },
  {
    title: 'a usage that has no name',
    from: 'extendedKeyUsage: [serverAuth]',
    to: 'extendedKeyUsage: [«server]',
    path: 'pki.templates[0].extendedKeyUsage[0]',
    found: '"server"',
    accepted: 'serverAuth, clientAuth, codeSigning, emailProtection, timeStamping, or an object identifier',
  },
  {
    title: 'a path with slashes',
    from: 'request: C:\\Certificates\\edge-internal.req',
    to: 'request: «C:/Certificates/edge-internal.req',
    path: 'files.request',
    found: '"C:/Certificates/edge-internal.req"',
    accepted: PATH,
  },
  {
    title: 'a path with a reserved character',
    from: 'request: C:\\Certificates\\edge-internal.req',
    to: 'request: «C:\\Certificates\\edge?.req',
    path: 'files.request',
    found: '"C:\\\\Certificates\\\\edge?.req"',
    accepted: PATH,
  },
  {
    title: 'a path to a device',
    from: 'request: C:\\Certificates\\edge-internal.req',
    to: 'request: «C:\\Certificates\\con.req',
    path: 'files.request',
    found: '"C:\\\\Certificates\\\\con.req"',
    accepted: PATH,
  },
  {
    title: 'a path from the current folder',
    from: 'request: C:\\Certificates\\edge-internal.req',
    to: 'request: «edge-internal.req',
    path: 'files.request',
    found: '"edge-internal.req"',
    accepted: PATH,
  },
];
