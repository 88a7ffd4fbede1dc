import type { Determinism } from '../../determinism';
import type { CertificationAuthority } from '../authority';
import type { Requester, SchemaVersion } from '../template';

/**
 * The Web Enrollment site of one authority (`/certsrv`), without transport. It maps a request to a response and the
 * next state of the authority. Page texts are the project's; tokens that real clients search for are in the expected
 * places.
 */
export interface WebRequest {
  readonly scheme: 'http' | 'https';
  readonly method: 'GET' | 'POST';
  /** the path and query: `/certsrv/certnew.p7b?ReqID=CACert&Renewal=0&Enc=b64` */
  readonly target: string;
  /** the decoded form of a POST */
  readonly form: Readonly<Record<string, string>>;
  /** the requester that IIS authenticated; null if there is none */
  readonly requester: Requester | null;
  /** the value of the header Cookie */
  readonly cookie?: string;
  /** the value of the header User-Agent; absent for the simulated browser */
  readonly userAgent?: string;
}

export interface WebResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
  /** the file name that a browser suggests; absent for pages */
  readonly fileName?: string;
  /** the value of the header Set-Cookie */
  readonly cookie?: string;
}

export interface Site {
  readonly authority: CertificationAuthority;
  readonly determinism: Determinism;
  /** the highest schema version of templates that the Windows of the server supports; without it, every one */
  readonly highestTemplateVersion?: SchemaVersion | undefined;
}

export type Reply = Site & { readonly response: WebResponse };

/** A reply that is a page. */
export function page(site: Site, status: number, html: string): Reply {
  return { ...site, response: { status, contentType: 'text/html', body: Buffer.from(html) } };
}
