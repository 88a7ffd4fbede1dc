/** The purpose of a certificate, by the value of `-Type` in Request-, Import- and Set-CsCertificate. */
export type UseName =
  | 'Internal'
  | 'AccessEdgeExternal'
  | 'DataEdgeExternal'
  | 'AudioVideoAuthentication'
  | 'XmppServer'
  | 'Default';

/** The titles of the uses in the Certificate Wizard. */
export const USE_TITLES: Readonly<Record<UseName, string>> = {
  Internal: 'Edge Internal',
  AccessEdgeExternal: 'SIP Access Edge External',
  DataEdgeExternal: 'Web Conferencing Edge External',
  AudioVideoAuthentication: 'A/V Edge External',
  XmppServer: 'XMPP Gateway',
  Default: 'Default certificate',
};

/** The uses that are simulated. */
export const USES: readonly UseName[] = [
  'Internal',
  'AccessEdgeExternal',
  'DataEdgeExternal',
  'AudioVideoAuthentication',
  'XmppServer',
  'Default',
];

/** The use with this title or `-Type` value, or undefined. */
export function useTitled(title: string): UseName | undefined {
  const wanted = title.toLowerCase();
  return USES.find((use) => use.toLowerCase() === wanted || USE_TITLES[use].toLowerCase() === wanted);
}
