/** The versions of Windows Server that are simulated, with the traits that its programs depend on. */

/** What differs between versions. */
export interface WindowsTraits {
  /** a .pfx file that is protected with AES-256 can be read (since 2019); other versions blame the password */
  readonly readsAes256: boolean;
  /** the version number, as in the attribute "OS Version" of a certificate request */
  readonly number: string;
  /** a certificate in the Trusted Root store that is not self-signed breaks client authentication (KB 2795828) */
  readonly checksRootStore: boolean;
  /**
   * the Certificate Export Wizard has a page "Security" with group or password, and the Certificate Import Wizard asks
   * for the store location (since 2012)
   */
  readonly securityPage: boolean;
  /** the Certificate Export Wizard encrypts certificates only if "Enable certificate privacy" is selected (since 2016) */
  readonly certificatePrivacy: boolean;
  /** the page "Security" offers an encryption (PKCS12_PBES2_EXPORT_PARAMS, since 2019) */
  readonly choosesEncryption: boolean;
  /** TLS 1.1 and TLS 1.2 are disabled unless the registry enables them (KB 3140245) */
  readonly laterTlsDisabled: boolean;
  /**
   * the highest schema version of templates from which a certification authority issues: 4 since 2012 (Microsoft,
   * "Certificate Template Versions" and "Windows Server 2012: Certificate Template Versions and Options")
   */
  readonly highestTemplateVersion: 3 | 4;
}

const SINCE_2008_R2 = {
  readsAes256: false,
  checksRootStore: false,
  securityPage: false,
  certificatePrivacy: false,
  choosesEncryption: false,
  laterTlsDisabled: true,
  highestTemplateVersion: 3,
} as const;
const SINCE_2012 = {
  ...SINCE_2008_R2,
  checksRootStore: true,
  securityPage: true,
  laterTlsDisabled: false,
  highestTemplateVersion: 4,
} as const;
const SINCE_2016 = { ...SINCE_2012, certificatePrivacy: true } as const;
const SINCE_2019 = { ...SINCE_2016, readsAes256: true, choosesEncryption: true } as const;

export const WINDOWS_VERSIONS = {
  '2008 R2': { ...SINCE_2008_R2, number: '6.1.7601.2' },
  '2012': { ...SINCE_2012, number: '6.2.9200.2' },
  '2012 R2': { ...SINCE_2012, number: '6.3.9600.2' },
  '2016': { ...SINCE_2016, number: '10.0.14393.2' },
  '2019': { ...SINCE_2019, number: '10.0.17763.2' },
  '2022': { ...SINCE_2019, number: '10.0.20348.2' },
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
