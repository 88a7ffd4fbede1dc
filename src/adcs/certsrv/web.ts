import type { Determinism } from '../../determinism';
import type { CertificationAuthority } from '../authority';
import type { Requester } from '../template';

/**
 * The Web Enrollment site of one authority (`/certsrv`), without its transport: a request in, a response and the
 * authority's next state out. Page texts are our own; the tokens that real clients look for stand where they look.
 */
export interface WebRequest {
  readonly scheme: 'http' | 'https';
  readonly method: 'GET' | 'POST';
  /** below the host, with query: `/certsrv/certnew.p7b?ReqID=CACert&Renewal=0&Enc=b64` */
  readonly target: string;
  /** the decoded form of a POST */
  readonly form: Readonly<Record<string, string>>;
  /** who IIS authenticated; null: nobody */
  readonly requester: Requester | null;
}

export interface WebResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
  /** the name a browser offers for saving; absent for pages */
  readonly fileName?: string;
}

export interface Site {
  readonly authority: CertificationAuthority;
  readonly determinism: Determinism;
}

export type Reply = Site & { readonly response: WebResponse };

/** A reply that is a page. */
export function page(site: Site, status: number, html: string): Reply {
  return { ...site, response: { status, contentType: 'text/html', body: Buffer.from(html) } };
}
