/** The versions of Windows Server that are simulated, with the traits that its programs depend on. */

/** What differs between versions. */
export interface WindowsTraits {
  /** a .pfx file that is protected with AES-256 can be read (since 2019); other versions blame the password */
  readonly readsAes256: boolean;
  /** the version number, as in the attribute "OS Version" of a certificate request */
  readonly number: string;
  /** a certificate in the Trusted Root store that is not self-signed breaks client authentication (KB 2795828) */
  readonly checksRootStore: boolean;
}

export const WINDOWS_VERSIONS = {
  '2008 R2': { number: '6.1.7601.2', readsAes256: false, checksRootStore: false },
  '2012': { number: '6.2.9200.2', readsAes256: false, checksRootStore: true },
  '2012 R2': { number: '6.3.9600.2', readsAes256: false, checksRootStore: true },
} as const satisfies Readonly<Record<string, WindowsTraits>>;

export type WindowsVersion = keyof typeof WINDOWS_VERSIONS;

/** The version of a server whose version does not matter. */
export const USUAL_VERSION: WindowsVersion = '2012 R2';

/** The versions, the earliest first. */
export function windowsVersions(): readonly WindowsVersion[] {
  return Object.keys(WINDOWS_VERSIONS).filter(isWindowsVersion).sort();
}

/** Whether a text is one of the versions. */
export function isWindowsVersion(text: string): text is WindowsVersion {
  return Object.hasOwn(WINDOWS_VERSIONS, text);
}

/** The traits of a version. */
export function traitsOf(version: WindowsVersion): WindowsTraits {
  return WINDOWS_VERSIONS[version];
}
