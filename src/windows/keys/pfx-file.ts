import { pkcs12Profile, readPkcs12 } from '../../x509/pkcs12/pkcs12';
import type { Pkcs12Content } from '../../x509/pkcs12/pkcs12-content';
import { type PasswordProtector, protectedPasswordIn } from '../../x509/pkcs12/protected-password';
import type { Machine } from '../machine';
import { traitsOf } from '../versions';
import { windowsRefusal } from '../windows-refusals';

/** The server on which a file is opened. */
export type Opener = Pick<Machine, 'fqdn' | 'windows' | 'membership' | 'accounts'>;

/** The first byte of DER: the tag of a SEQUENCE. */
const DER = 0x30;

/**
 * Opens a .pfx file as PFXImportCertStore does, for that account. An undefined `password` means that none was given.
 * Windows reports a wrong password for three kinds of file that it cannot open. A file may be text in base64 (RSA KB
 * 000044566). Its encryption may be AES-256, which only later versions read (SupportArticles, "Can't import an
 * AES256-SHA256-encrypted PFX certificate"). It may be protected for a group without this account (TechNet wiki 13922).
 * Refusals: `wrong-password`, `password-required`.
 */
export function openPfx(
  bytes: Uint8Array,
  password: string | undefined,
  opener: Opener,
  account: string,
): Pkcs12Content {
  const { fqdn, windows } = opener;
  if (bytes[0] !== DER) throw windowsRefusal('wrong-password.base64', fqdn);
  const secret = protectedPasswordIn(bytes);
  if (!password && secret) {
    if (!isMember(opener, account, secret)) throw noMember(fqdn, secret);
    return readPkcs12(bytes, secret.password);
  }
  if (password === undefined) throw windowsRefusal('password-required.import', fqdn);
  if (pkcs12Profile(bytes) === 'AES256-SHA256' && !traitsOf(windows).readsAes256) {
    throw windowsRefusal('wrong-password.aes256', fqdn);
  }
  if (secret && password !== secret.password) throw noMember(fqdn, secret);
  return readPkcs12(bytes, password);
}

function noMember(fqdn: string, { domain, principals }: PasswordProtector) {
  return windowsRefusal('wrong-password.group', fqdn, { domain, principals });
}

/** Only a member of the domain can ask a domain controller, and only versions with the page "Security" do. */
function isMember({ windows, membership, accounts }: Opener, account: string, protector: PasswordProtector): boolean {
  if (membership.kind !== 'domain' || membership.domain !== protector.domain) return false;
  if (!traitsOf(windows).securityPage || !account.includes('\\')) return false;
  const groups = accounts.find(({ name }) => name === account)?.groups ?? [];
  const own = [account, ...groups].map(withoutDomain);
  return protector.principals.some((principal) => own.includes(withoutDomain(principal)));
}

function withoutDomain(name: string): string {
  return name.slice(name.lastIndexOf('\\') + 1).toLowerCase();
}
