import type { CertificationAuthority, RequestRow } from '../authority';
import { escapeHtml, layout, simplePage } from './pages';

/**
 * "View the Status of a Pending Certificate Request". The site knows the requests of a browser by its cookie `Requests`
 * only, whose entries are `[id,0,yes,name]`; another browser sees none of them.
 */

/** A request as the cookie names it. */
interface Listed {
  readonly id: number;
  readonly name: string;
}

/** The most requests that the cookie keeps; a browser takes 4096 bytes. */
const MOST = 20;

/** The value of Set-Cookie for a browser with this Cookie header, after a request that waits. */
export function cookieWith(cookie: string, { id, submittedAt }: Pick<RequestRow, 'id' | 'submittedAt'>): string {
  const name = `Saved-Request Certificate (${new Date(submittedAt).toISOString().slice(0, 19).replace('T', ' ')})`;
  const earlier = listedIn(cookie).filter((one) => one.id !== id);
  const entries = [...earlier, { id, name }].slice(-MOST).map((one) => `[${one.id},0,yes,${one.name}]`);
  return `Requests=${encodeURIComponent(entries.join(''))}; path=/certsrv`;
}

/** The page with the requests of the browser that the authority still knows. */
export function pendingListPage(authority: CertificationAuthority, cookie: string): string {
  const listed = listedIn(cookie);
  if (listed.length === 0) {
    return simplePage('No Pending Certificate Requests', 'You have no pending certificate requests.');
  }
  const forms = listed.map(
    ({ id, name }) => `<li><form method="post" action="certfnsh.asp"><input type="hidden" name="Mode" value="chkpnd">
<input type="hidden" name="ReqID" value="${id}"><input type="submit" value="${escapeHtml(`${name} - ${id}`)}"></form></li>`,
  );
  return layout(
    authority,
    'View the Status of a Pending Certificate Request',
    `<p>Select the certificate request you want to view:</p>\n<ul>${forms.join('\n')}</ul>`,
  );
}

function listedIn(cookie: string): readonly Listed[] {
  const value = cookie
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith('Requests='))
    ?.slice('Requests='.length);
  return [...decoded(value ?? '').matchAll(/\[(\d{1,15}),[^,\]]*,[^,\]]*,([^\]]{0,100})\]/g)].map(
    ([, id = '', name = '']) => ({ id: Number(id), name }),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
