import type { DefinitionGroup } from '../groups';

/** The groups of the step definitions for Lync Server 2013. */
export const GROUPS: readonly DefinitionGroup[] = [
  { place: 1, title: 'Describe the servers, the pools and the authority', files: ['deployment', 'circumstance'] },
  { place: 3, title: 'Use the screen as the document says it', files: ['certificate-wizard'] },
  { place: 4, title: 'Download, export and import the certification path', files: ['certification-path'] },
  { place: 5, title: 'Request a certificate', files: ['request'] },
  { place: 6, title: 'Import, export and hold a certificate', files: ['certificate'] },
  { place: 7, title: 'Assign a certificate', files: ['assignment'] },
  { place: 8, title: 'Let time pass, renew and restart', files: ['pool'] },
  { place: 12, title: 'Expect replication and handshakes', files: ['replication'] },
];
