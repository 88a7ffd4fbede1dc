import type { ValueName } from '../../site-values/named-values';
import type { Group, Rule } from '../../site-values/rules';

/** What the pages say about the reader's own values. */
export interface ValueWords {
  readonly names: Readonly<Record<ValueName, string>>;
  readonly groups: Readonly<Record<Group, string>>;
  /** why a value is refused */
  readonly rules: Readonly<Record<Rule | 'apart', string>>;
  readonly yours: string;
  readonly about: string;
  readonly adapted: string;
  readonly adaptedShortly: string;
  /** what stays as it was, once values have been put in */
  readonly unadapted: string;
  /** what stands above something that is not adapted */
  readonly recorded: string;
  readonly rehearsed: string;
  readonly reset: string;
  /** how the reader verifies with his own values */
  readonly next: string;
  readonly nextAbout: string;
  readonly download: string;
}

/** In English. */
export const VALUE_WORDS: ValueWords = {
  names: {
    domain: 'Active Directory domain',
    netbios: 'NetBIOS name of the domain',
    pool: 'Edge pool',
    server: 'Edge Server',
    internalServer: 'Internal Lync server',
    frontEndPool: 'Front End pool',
    accessEdge: 'Access Edge',
    webConferencing: 'Web Conferencing Edge',
    av: 'A/V Edge',
    sipDomain: 'SIP domain',
    loadBalancer: 'Load balancer',
    authority: 'Certification authority',
    authorityHost: 'Server of the certification authority',
    template: 'Certificate template',
    templateTitle: 'Display name of the certificate template',
    account: 'Account',
    organization: 'Organization',
    unit: 'Organizational unit',
    city: 'City',
    state: 'State or province',
    country: 'Country',
    friendlyName: 'Friendly name',
    bitLength: 'Bit length',
    chain: 'Certification chain',
    request: 'Certificate request',
    response: 'Issued certificate',
    exported: 'Exported certificate with private key',
    share: 'Share',
    drive: 'Drive',
  },
  groups: {
    computers: 'Computers and domains',
    authorities: 'Certification authorities',
    accounts: 'Accounts',
    subject: 'What the certificate says',
    files: 'Files',
  },
  rules: {
    fqdn: 'Give a fully qualified domain name in ASCII with its DNS suffix, such as edge01.contoso.com.',
    pool: 'Give a fully qualified domain name of at most 64 characters, the longest common name of a certificate.',
    netbios: 'Give 1 to 15 letters, digits and hyphens, such as CONTOSO.',
    authority: 'Give a name of 1 to 64 characters without " / and \\.',
    template:
      'Give the name of a template, 1 to 64 characters without " / and \\; not what consoles and the web pages show.',
    templateTitle: 'Give what consoles and the web pages show, 1 to 256 characters.',
    balancer: 'Give hardware or dns.',
    account: 'Give an account such as CONTOSO\\lyncadmin or Administrator.',
    text64: 'Give a text of 1 to 64 characters.',
    text128: 'Give a text of 1 to 128 characters.',
    bits: 'Give 1024, 2048 or 4096.',
    country: 'Give the two capital letters of ISO 3166-1, such as US.',
    path: 'Give a full Windows path such as C:\\Certificates\\file.cer, without < > : " / | ? * and device names.',
    share: 'Give the name of a share, such as Certificates$.',
    drive: 'Give a drive letter with colon, such as E:.',
    apart: 'Another value is the same already; give one that no other has:',
  },
  yours: 'Your values',
  about:
    'The values below are those of the rehearsed environment. Put in your own, and every step, command and picture shows them, on all pages of this runbook. Names that end with the domain follow it until you give them yourself. Nothing is sent anywhere: your browser keeps the values.',
  adapted: 'Text adapted, not verified with these values',
  adaptedShortly: 'Text adapted, not verified',
  unadapted:
    'Steps, commands and pictures show your values. What was recorded does not: certificates and requests, output of programs, findings, files, and every thumbprint, serial number, date, file size and length of a key in the changes are those of the rehearsed example.',
  recorded: 'As recorded with the verified values',
  rehearsed: 'verified:',
  reset: 'Back to the verified values',
  next: 'Verify with these values',
  nextAbout: 'Save the environment file with your values, and execute the procedures with it:',
  download: 'Download',
};
