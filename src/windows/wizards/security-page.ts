import { button, checkbox, field, list } from '../controls';
import { machineOf, type Network } from '../machine';
import {
  type Action,
  goTo,
  isOn,
  onPage,
  type Page,
  type Session,
  type Transition,
  textOn,
  withAnswer,
} from '../program';
import { traitsOf } from '../versions';
import type { Control } from '../window';
import { windowsRefusal } from '../windows-refusals';
import { framedPage, type WizardFrame } from './wizard-frame';

/**
 * The page of the Certificate Export Wizard that protects the private key. Earlier versions of Windows show "Password"
 * with two fields. Later ones show "Security", with boxes for groups and for a password; the latest ones also offer an
 * encryption. Sources: field reports of administrators; SupportArticles, "Can't import an AES256-SHA256-encrypted PFX
 * certificate".
 */

export const PASSWORD_PAGE = 'Password';
export const SECURITY_PAGE = 'Security';
const GROUPS = 'Group or user names (recommended)';
const MEMBERS = 'Group or user names';
const PASSWORD_BOX = 'Password:';
const CONFIRM_EARLIER = 'Type and confirm password (mandatory)';
const CONFIRM = 'Confirm password';
const ENCRYPTION = 'Encryption';
const SELECT = 'Select Users, Computers, Service Accounts, or Groups';
const NAMES = 'Enter the object names to select';

/** How the answers protect the private key. */
export interface KeyProtection {
  /** '' if only groups protect the key */
  readonly password: string;
  readonly groups: readonly string[];
  readonly profile: 'TripleDES-SHA1' | 'AES256-SHA256';
}

/** The page for the version of Windows on the machine. */
export function protectionPage(network: Network, { logon }: Session): string {
  return traitsOf(machineOf(network, logon.on).windows).securityPage ? SECURITY_PAGE : PASSWORD_PAGE;
}

/** The pages, in the frame of a wizard; `next`: the page that follows. */
export function protectionPages<N extends Network>(
  frame: WizardFrame<N>,
  next: string,
): Readonly<Record<string, Page<N>>> {
  const after = (checked: (network: N, session: Session) => Session): Action<N> => {
    return (world, session) => ({ world, session: onPage(checked(world, session), next) });
  };
  return {
    [PASSWORD_PAGE]: framedPage(frame, passwordControls, after(checkedPassword)),
    [SECURITY_PAGE]: framedPage(frame, securityControls, after(checkedProtection), {
      aliases: [PASSWORD_PAGE],
      actions: { Add: goTo(SELECT), Remove: removed },
    }),
    [SELECT]: {
      title: SELECT,
      controls: (_, session) => [field(session, NAMES), button('OK'), button('Cancel')],
      actions: { OK: selected, Cancel: goTo(SECURITY_PAGE) },
    },
  };
}

/** What the page says about the protection of the key. */
export function protectionIn(network: Network, session: Session): KeyProtection {
  if (protectionPage(network, session) === PASSWORD_PAGE) {
    return { password: textOn(session, PASSWORD_PAGE, 'Password'), groups: [], profile: 'TripleDES-SHA1' };
  }
  const withPassword = isOn(session, SECURITY_PAGE, PASSWORD_BOX);
  return {
    password: withPassword ? textOn(session, SECURITY_PAGE, 'Password') : '',
    groups: isOn(session, SECURITY_PAGE, GROUPS) ? membersIn(session) : [],
    profile: textOn(session, SECURITY_PAGE, ENCRYPTION) === 'AES256-SHA256' ? 'AES256-SHA256' : 'TripleDES-SHA1',
  };
}

function passwordControls(_: Network, session: Session): readonly Control[] {
  return [
    field(session, 'Password', '', { secret: true }),
    field(session, CONFIRM_EARLIER, '', { secret: true, aliases: [CONFIRM] }),
  ];
}

/** Only a member of a domain has groups to choose. The logged-on account is in the list at first. */
function securityControls(network: Network, session: Session): readonly Control[] {
  const { membership, windows } = machineOf(network, session.logon.on);
  const groups = checkbox(session, GROUPS, false, { available: membership.kind === 'domain' });
  const chosen = groups.value === true;
  const password = checkbox(session, PASSWORD_BOX);
  const typed = { secret: true, available: password.value === true };
  return [
    groups,
    list(session, MEMBERS, membersIn(session), '', { available: chosen }),
    button('Add', { available: chosen }),
    button('Remove', { available: chosen && textOn(session, SECURITY_PAGE, MEMBERS) !== '' }),
    password,
    field(session, 'Password', '', typed),
    field(session, CONFIRM, '', { ...typed, aliases: [CONFIRM_EARLIER] }),
    ...(traitsOf(windows).choosesEncryption
      ? [list(session, ENCRYPTION, ['TripleDES-SHA1', 'AES256-SHA256'], 'TripleDES-SHA1')]
      : []),
  ];
}

const ADDED = 'added';

function membersIn(session: Session): readonly string[] {
  const names = session.answers[SECURITY_PAGE]?.[ADDED];
  return typeof names === 'string' ? names.split(';').filter(Boolean) : [session.logon.account];
}

function selected<N extends Network>(world: N, session: Session): Transition<N> {
  const name = textOn(session, SELECT, NAMES).trim();
  const { accounts } = machineOf(world, session.logon.on);
  const domain = accounts.filter((account) => account.name.includes('\\'));
  const known = domain.flatMap((account) => [account.name, ...account.groups]);
  const bare = (one: string): string => one.slice(one.lastIndexOf('\\') + 1).toLowerCase();
  if (!known.some((one) => bare(one) === bare(name))) {
    throw windowsRefusal('unknown-principal', session.logon.on, { name });
  }
  const members = [...new Set([...membersIn(session), name])];
  const next = withAnswer(withAnswer(session, SECURITY_PAGE, ADDED, members.join(';')), SELECT, NAMES, '');
  return { world, session: onPage(next, SECURITY_PAGE) };
}

function removed<N>(world: N, session: Session): Transition<N> {
  const gone = textOn(session, SECURITY_PAGE, MEMBERS);
  const members = membersIn(session).filter((one) => one !== gone);
  return { world, session: withAnswer(session, SECURITY_PAGE, ADDED, members.join(';')) };
}

function checkedProtection(network: Network, session: Session): Session {
  const groups = isOn(session, SECURITY_PAGE, GROUPS) && membersIn(session).length > 0;
  if (isOn(session, SECURITY_PAGE, PASSWORD_BOX)) return checked(network, session, SECURITY_PAGE, CONFIRM);
  if (groups || !network.assumptions.exportPasswordRequired) return session;
  throw windowsRefusal('protection-required', session.logon.on);
}

function checkedPassword(network: Network, session: Session): Session {
  return checked(network, session, PASSWORD_PAGE, CONFIRM_EARLIER);
}

function checked(network: Network, session: Session, page: string, confirmation: string): Session {
  const [password, confirmed] = [textOn(session, page, 'Password'), textOn(session, page, confirmation)];
  const present = password !== '' || !network.assumptions.exportPasswordRequired;
  if (present && password === confirmed) return session;
  throw windowsRefusal(password === '' ? 'password-required' : 'passwords-differ', session.logon.on);
}
