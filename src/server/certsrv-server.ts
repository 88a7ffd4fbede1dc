import type { CertificationAuthority } from '../adcs/authority';
import { simplePage } from '../adcs/certsrv/pages';
import type { WebRequest } from '../adcs/certsrv/web';
import type { Requester } from '../adcs/template';
import type { Instant } from '../determinism';
import { Refusal } from '../refusal';
import { type Application, type Call, type CallReply, MOST_FORM_BYTES } from './application';
import type { Authenticate } from './authentication';
import { FAULT_HEADER, type FaultPlan } from './fault-plan';
import type { FaultySite } from './faulty-site';
import { publicationHosts, publishedFile } from './publication-points';

/** What a server of the site needs. */
export interface CertsrvSettings {
  readonly site: FaultySite;
  readonly authorities: () => readonly CertificationAuthority[];
  readonly host: string;
  readonly authenticate: Authenticate;
  readonly requesterNamed: (account: string) => Requester | null;
  readonly faults: FaultPlan;
  /** how long a slow answer takes, in milliseconds */
  readonly slowness: number;
  readonly clock: () => Instant;
  readonly log: (entry: AccessEntry) => void;
  /** hears of an error of this program, after which the answer is 500 */
  readonly failed: (error: Error) => void;
}

/** One line of the access log. */
export interface AccessEntry {
  readonly method: string;
  readonly target: string;
  readonly status: number;
  readonly account: string | null;
  readonly fault: string | null;
}

/** Adds certsrv to a server, and the addresses that certificates name if the server is for HTTP. */
export function addCertsrv(app: Application, scheme: WebRequest['scheme'], settings: CertsrvSettings): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MOST_FORM_BYTES }, (request, body, done) => {
    forms.set(request, Object.fromEntries(new URLSearchParams(String(body))));
    done(null, undefined);
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!isHostKnown(settings, request.hostname)) {
      await reply.code(400).type('text/html').send(simplePage('Bad Request - Invalid Hostname', 'HTTP Error 400.'));
    }
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request;
    const { account = null, fault = null } = notes.get(request) ?? {};
    settings.log({ method, target: url, status: reply.statusCode, account, fault });
  });
  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => errorPage(settings, error, reply));
  app.all('/*', async (request, reply) => {
    if (scheme === 'http' && !isCertsrv(request)) return published(settings, request, reply);
    return certsrv(settings, scheme, request, reply);
  });
}

/** The decoded forms of requests. */
const forms = new WeakMap<object, WebRequest['form']>();

/** What the access log says about a request besides its line. */
const notes = new WeakMap<Call, { readonly account?: string; readonly fault?: string }>();

function isCertsrv({ url }: Call): boolean {
  return /^\/certsrv(?:[/?]|$)/i.test(url);
}

async function certsrv(
  settings: CertsrvSettings,
  scheme: WebRequest['scheme'],
  request: Call,
  reply: CallReply,
): Promise<CallReply> {
  if (!isCertsrv(request)) return html(reply, 404, simplePage('404 - File or directory not found.', 'No such file.'));
  const method = METHODS[request.method];
  if (!method) return html(reply.header('Allow', Object.keys(METHODS).join(', ')), 405, NOT_ALLOWED);
  const asked = headerOf(request, FAULT_HEADER);
  if (settings.faults.occurs('slow', asked)) await late(settings, request, reply);
  const requester = requesterOf(settings, request, reply, asked);
  const form = forms.get(request) ?? {};
  const { cookie, 'user-agent': userAgent = '' } = request.headers;
  const order = { scheme, method, target: request.url, form, requester, userAgent };
  const given = cookie === undefined ? order : { ...order, cookie };
  const { response, fault } = await settings.site(given, asked);
  if (fault) named(request, reply, fault);
  if (response.cookie !== undefined) reply.header('Set-Cookie', response.cookie);
  if (response.fileName !== undefined) reply.header('Content-Disposition', `attachment; filename=${response.fileName}`);
  return reply.code(response.status).header('Content-Type', response.contentType).send(response.body);
}

const METHODS: Readonly<Partial<Record<string, WebRequest['method']>>> = { GET: 'GET', HEAD: 'GET', POST: 'POST' };
const NOT_ALLOWED = simplePage('405 - Method not allowed.', 'The site answers GET, HEAD and POST.');

/** The authenticated requester; null with the challenges for the next attempt. */
function requesterOf(
  { authenticate, faults, requesterNamed }: CertsrvSettings,
  request: Call,
  reply: CallReply,
  asked: string | undefined,
): Requester | null {
  const { authorization } = request.headers;
  if (authorization !== undefined && faults.occurs('unauthorized', asked)) named(request, reply, 'unauthorized');
  const isRefused = notes.get(request)?.fault === 'unauthorized';
  const result = authenticate(request.socket, isRefused ? 'refused' : authorization);
  if ('account' in result) {
    notes.set(request, { ...notes.get(request), account: result.account });
    return requesterNamed(result.account);
  }
  reply.header('WWW-Authenticate', [...result.challenges]);
  return null;
}

async function late({ slowness }: CertsrvSettings, request: Call, reply: CallReply): Promise<void> {
  named(request, reply, 'slow');
  await new Promise((done) => setTimeout(done, slowness));
}

function named(request: Call, reply: CallReply, fault: string): void {
  notes.set(request, { ...notes.get(request), fault });
  reply.header(FAULT_HEADER, fault);
}

async function published(
  { authorities, clock }: CertsrvSettings,
  { method, url, hostname }: Call,
  reply: CallReply,
): Promise<CallReply> {
  const host = isLocal(hostname) ? null : hostname.toLowerCase();
  const [path = ''] = url.split('?');
  const file =
    method === 'GET' || method === 'HEAD' ? publishedFile(authorities(), { host, path }, clock()) : undefined;
  if (!file) return html(reply, 404, simplePage('404 - File or directory not found.', 'No such file.'));
  return reply.header('Content-Type', file.contentType).send(file.body);
}

/** HTTP.sys answers only for the names of its bindings, which also stops requests that a foreign page directs here. */
function isHostKnown({ host, authorities }: CertsrvSettings, name: string): boolean {
  const isOneOf = (known: readonly string[]) => known.some((one) => one.toLowerCase() === name.toLowerCase());
  return isLocal(name) || isOneOf([host, host.split('.')[0] ?? '']) || isOneOf(publicationHosts(authorities()));
}

function isLocal(name: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(name.toLowerCase());
}

function errorPage(
  { failed }: CertsrvSettings,
  error: Error & { readonly statusCode?: number },
  reply: CallReply,
): CallReply {
  if (error instanceof Refusal) return html(reply, 200, simplePage('Error', error.message));
  const { statusCode = 500 } = error;
  if (statusCode < 500) return html(reply, statusCode, simplePage(`${statusCode} - Bad request`, error.message));
  failed(error);
  return html(reply, 500, simplePage('500 - Internal server error.', 'The server ended the request with an error.'));
}

function html(reply: CallReply, status: number, text: string): CallReply {
  return reply.code(status).header('Content-Type', 'text/html').send(Buffer.from(text));
}

function headerOf(request: Call, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
