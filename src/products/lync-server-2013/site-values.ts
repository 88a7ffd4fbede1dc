import type { SiteValue } from '../../world/site-value';

/** The site-specific values of an environment, in the order in which a name that is the same text is explained. */
export const SITE_VALUES: readonly SiteValue[] = [
  { ...text('domain', 'Active Directory domain', 'domain'), accepts: 'fqdn', written: 'domain', leads: true },
  { ...text('netbios', 'NetBIOS name of the domain', 'netbios'), accepts: 'netbios', written: 'netbios', leads: true },
  { ...host('pool', 'Edge pool', 'sites.*.pools.*.fqdn'), accepts: 'pool' },
  {
    ...text('loadBalancer', 'Load balancer', 'sites.*.pools.*.loadBalancer'),
    accepts: 'balancer',
    written: 'nowhere',
  },
  host('server', 'Edge Server', 'sites.*.pools.*.servers.*.fqdn'),
  host('internalServer', 'Internal Lync server', 'internalServer.fqdn'),
  host('frontEndPool', 'Front End pool', 'frontEndPool'),
  service('accessEdge', 'Access Edge', 'sites.*.pools.*.externalNames.accessEdge'),
  service('webConferencing', 'Web Conferencing Edge', 'sites.*.pools.*.externalNames.webConferencing'),
  service('av', 'A/V Edge', 'sites.*.pools.*.externalNames.av'),
  { ...text('sipDomain', 'SIP domain', 'sites.*.pools.*.sipDomains.*'), accepts: 'fqdn', written: 'domain' },
  {
    ...text('authority', 'Certification authority', 'pki.authorities.*.name'),
    apart: 'authority',
    accepts: 'authority',
    written: 'authority',
  },
  host('authorityHost', 'Server of the certification authority', 'pki.authorities.*.host'),
  template('pki.templates.*.name'),
  template('certificate.template'),
  {
    ...text('templateTitle', 'Display name of the certificate template', 'pki.templates.*.displayName'),
    accepts: 'templateTitle',
  },
  { ...text('account', 'Account', 'accounts.*.name'), accepts: 'account', written: 'account' },
  { ...text('organization', 'Organization', 'organization.name'), accepts: 'text64' },
  { ...text('unit', 'Organizational unit', 'organization.unit'), accepts: 'text64' },
  text('city', 'City', 'organization.city'),
  text('state', 'State or province', 'organization.state'),
  { ...text('country', 'Country', 'organization.country'), accepts: 'country' },
  text('friendlyName', 'Friendly name', 'certificate.friendlyName'),
  {
    ...text('bitLength', 'Bit length', 'certificate.bitLength'),
    accepts: 'bits',
    written: 'number',
    before: ['Key size: ', '-Type Internal .*-KeySize ', 'private key of '],
  },
  file('chain', 'Certification chain', 'files.chain'),
  file('request', 'Certificate request', 'files.request'),
  file('response', 'Issued certificate', 'files.response'),
  { ...file('exported', 'Exported certificate with private key', 'files.exported'), written: 'exported file' },
  { ...text('share', 'Share', 'transfer.share'), accepts: 'share', written: 'share' },
  { ...text('drive', 'Drive', 'transfer.drive'), accepts: 'drive', written: 'drive' },
];

function text(name: string, label: string, path: string): SiteValue {
  return { name, label, path, apart: '', accepts: 'text128', written: 'whole' };
}

function host(name: string, label: string, path: string): SiteValue {
  return { name, label, path, apart: 'host', accepts: 'fqdn', written: 'computer' };
}

/** A name of an external service, which may be equal to another. */
function service(name: string, label: string, path: string): SiteValue {
  return { ...host(name, label, path), apart: '' };
}

function template(path: string): SiteValue {
  return {
    name: 'template',
    label: 'Certificate template',
    path,
    apart: 'template',
    accepts: 'template',
    written: 'template',
  };
}

function file(name: string, label: string, path: string): SiteValue {
  return { name, label, path, apart: 'file', accepts: 'path', written: 'path' };
}
