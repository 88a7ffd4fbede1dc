import type { SiteValueWords } from '../site-value-words';

/** The words about the site-specific values that a reader may replace, in English. */
export const SITE_VALUE_WORDS: SiteValueWords = {
  groups: {
    computers: 'Computers and domains',
    authorities: 'Certification authorities',
    accounts: 'Accounts',
    subject: 'What the certificate says',
    files: 'Files',
  },
  rules: {
    fqdn: 'Give a fully qualified domain name in ASCII with its DNS suffix, such as server01.contoso.com.',
    pool: 'Give a fully qualified domain name of at most 64 characters, the longest common name of a certificate.',
    netbios: 'Give 1 to 15 letters, digits and hyphens, such as CONTOSO.',
    authority: 'Give a name of 1 to 64 characters without " / and \\.',
    template:
      'Give the name of a template, 1 to 64 characters without " / and \\; not what consoles and the web pages show.',
    templateTitle: 'Give what consoles and the web pages show, 1 to 256 characters.',
    balancer: 'Give hardware or dns.',
    account: 'Give an account such as CONTOSO\\administrator or Administrator.',
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
  withoutScript:
    'This browser does not run the scripts of the page. To use other values, change them in the environment file and execute the procedures with it.',
  adapted: 'Text adapted, not verified with these values',
  adaptedShortly: 'Text adapted, not verified',
  unadapted:
    'Steps, commands and pictures show your values. Recorded data shows the values of the rehearsed example: certificates, requests, output of programs, findings and files. The same applies to thumbprints, serial numbers, dates, file sizes and key lengths in the changes.',
  recorded: 'As recorded with the verified values',
  rehearsed: 'verified:',
  reset: 'Back to the verified values',
  next: 'Verify with these values',
  nextAbout: 'Save the environment file with your values, and execute the procedures with it:',
  download: 'Download',
};
