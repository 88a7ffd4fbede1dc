import { hresultMessage } from '../../hresult';
import type { Refusal } from '../../refusal';
import { adcsRefusal } from '../adcs-refusals';
import type { CertificationAuthority } from '../authority';
import type { Requester } from '../template';
import { certificateDownload, pathDownload, revocationListDownload } from './downloads';
import { submitForm } from './enrollment';
import {
  authorityPage,
  homePage,
  requestFormPage,
  requestTypeAdvancedPage,
  requestTypePage,
  simplePage,
} from './pages';
import { pendingListPage } from './pending-list';
import { page, type Reply, type Site, type WebRequest } from './web';

/** Handles one request to the site. Refusal `connection-refused` if the site does not listen for the scheme. */
export function respond(site: Site, request: WebRequest): Reply {
  if (request.scheme === 'https' && !site.authority.certsrv.httpsBinding) throw notListening(site.authority);
  if (request.scheme === 'http' && site.authority.certsrv.requireSsl) {
    return page(
      site,
      403,
      simplePage('403.4 - Forbidden', 'The page must be reached over a secure channel: use https, not http.'),
    );
  }
  if (!request.requester) {
    return page(
      site,
      401,
      simplePage('401 - Unauthorized: Access is denied due to invalid credentials.', 'Log on with a domain account.'),
    );
  }
  return site.authority.service.stoppedAt !== null
    ? page(site, 200, simplePage('Error', STOPPED))
    : asBrowserGetsIt(request, route(site, request, request.requester));
}

/** The reply as this client gets it: the type of a certificate may depend on whether it looks like a browser. */
function asBrowserGetsIt({ userAgent = 'Mozilla' }: WebRequest, reply: Reply): Reply {
  const { authority, response } = reply;
  const isCertificate = response.fileName !== undefined && /^certnew\./.test(response.fileName);
  if (!isCertificate || !authority.certsrvTypeNeedsBrowser || /mozilla|msie/i.test(userAgent)) return reply;
  return { ...reply, response: { ...response, contentType: 'text/html' } };
}

/** What the pages say while CertSvc is stopped. */
const STOPPED = `An unexpected error has occurred: The Certification Authority Service has not been started. ${hresultMessage('RPC_S_SERVER_UNAVAILABLE')}`;

function route(site: Site, request: WebRequest, requester: Requester): Reply {
  const { authority } = site;
  const [path = '', query = ''] = request.target.split('?');
  const parameters = lowerCased(new URLSearchParams(query));
  const name = path.replace(/^\/certsrv\/?/i, '').toLowerCase();
  switch (name) {
    case '':
    case 'default.asp':
      return page(site, 200, homePage(authority));
    case 'certcarc.asp':
      return page(site, 200, authorityPage(authority));
    case 'certrqus.asp':
      return page(site, 200, requestTypePage(authority));
    case 'certrqad.asp':
      return page(site, 200, requestTypeAdvancedPage(authority));
    case 'certrqma.asp':
      return page(site, 200, request.scheme === 'https' ? requestFormPage(authority, requester) : httpsNeeded());
    case 'certrqxt.asp':
      return page(site, 200, requestFormPage(authority, requester));
    case 'certfnsh.asp':
      return request.method === 'POST'
        ? submitForm(site, lowerKeys(request.form), requester, request.cookie ?? '')
        : page(site, 200, homePage(authority));
    case 'certckpn.asp':
      return page(site, 200, pendingListPage(authority, request.cookie ?? ''));
    case 'certnew.cer':
      return certificateDownload(site, parameters);
    case 'certnew.p7b':
      return pathDownload(site, parameters);
    case 'certcrl.crl':
      return revocationListDownload(site, parameters);
    default:
      return page(site, 404, simplePage('404 - File or directory not found.', `There is no ${path} here.`));
  }
}

function httpsNeeded(): string {
  return simplePage(
    'Web enrollment',
    'In order to complete certificate enrollment, the Web site for the CA must be configured to use HTTPS authentication.',
  );
}

function lowerCased(parameters: URLSearchParams): Readonly<Record<string, string>> {
  return lowerKeys(Object.fromEntries(parameters));
}

function lowerKeys(record: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]));
}

function notListening(authority: CertificationAuthority): Refusal {
  return adcsRefusal('connection-refused', authority.host ?? authority.name);
}
