import { hresultMessage } from '../../hresult';
import { Refusal } from '../../refusal';
import { type RequestRow, requestRow } from '../authority';
import { submit } from '../submission';
import type { Requester } from '../template';
import { ENCODING_CHOICE, escapeHtml, layout, simplePage } from './pages';
import { cookieWith } from './pending-list';
import { requestIn } from './request-text';
import { page, type Reply, type Site } from './web';

/** `certfnsh.asp`: a new request, or a query for the disposition of a request. The form's keys are lower case. */
export function submitForm(
  site: Site,
  form: Readonly<Record<string, string>>,
  requester: Requester,
  cookie: string,
): Reply {
  if ((form.mode ?? '').toLowerCase() === 'chkpnd') return answerPage(site, Number(form.reqid));
  try {
    const request = requestIn(form.certrequest ?? '');
    const { highestTemplateVersion } = site;
    const submission = { requester, request, attributes: attributesOf(form), highestTemplateVersion };
    const { authority, determinism, row } = submit(site.authority, submission, site.determinism);
    const reply = answer({ ...site, authority, determinism }, row, 'new');
    if (row.disposition.kind !== 'under submission') return reply;
    return { ...reply, response: { ...reply.response, cookie: cookieWith(cookie, row) } };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'enroll-denied') throw error;
    return page(site, 200, refusedPage(site, hresultMessage('CERTSRV_E_ENROLL_DENIED')));
  }
}

/** The page with the disposition of request `id`. */
function answerPage(site: Site, id: number): Reply {
  if (!site.authority.requests.some((row) => row.id === id)) {
    return page(site, 200, simplePage('No Pending Certificate Requests', 'You have no pending certificate requests.'));
  }
  return answer(site, requestRow(site.authority, id), 'check');
}

function answer(site: Site, row: RequestRow, asked: 'new' | 'check'): Reply {
  const { disposition } = row;
  if (disposition.kind === 'issued') return page(site, 200, issuedPage(site, row.id));
  if (disposition.kind === 'denied') return page(site, 200, deniedPage(site, row.id, disposition.message));
  if (disposition.kind === 'revoked') return page(site, 200, deniedPage(site, row.id, 'Revoked'));
  return page(site, 200, pendingPage(site, row.id, asked));
}

/**
 * "Certificate Issued", as the real page shows it to a browser with scripts: radio buttons for the encoding, and two links
 * whose target depends on them. The links for browsers without scripts are hidden; scripted clients search for them.
 */
function issuedPage(site: Site, id: number): string {
  const link = (file: string, encoding: string, text: string): string =>
    `<A Href="${file}?ReqID=${id}&amp;Enc=${encoding}">${text}</A>`;
  const plainLinks = ['certnew.cer', 'certnew.p7b'].map(
    (file) => `${link(file, 'bin', 'DER Encoded')} ${link(file, 'b64', 'Base 64 encoded')}`,
  );
  return layout(
    site.authority,
    'Certificate Issued',
    `<p>The certificate you requested was issued to you.</p>
${ENCODING_CHOICE}
<p id="locDownloadCert3">${link('certnew.cer', 'bin', 'Download certificate')}</p>
<p id="locDownloadCertChain3">${link('certnew.p7b', 'bin', 'Download certificate chain')}</p>
<div hidden>${plainLinks.join('<br>')}</div>
<script>
function getEncoding() { return document.getElementById("rbDerEnc").checked ? "Enc=bin" : "Enc=b64"; }
function handleGetCert() {
location="certnew.cer?ReqID=${id}&"+getEncoding();
}
for (const link of document.links) link.addEventListener("click", function () {
link.href=link.href.replace(/Enc=\\w+/, getEncoding());
});
</script>`,
  );
}

function pendingPage(site: Site, id: number, asked: 'new' | 'check'): string {
  const received =
    asked === 'new'
      ? 'Your certificate request has been received. However, you must wait for an administrator to issue the certificate you requested.'
      : 'Your certificate request is still pending. You must wait for an administrator to issue the certificate you requested.';
  return layout(
    site.authority,
    'Certificate Pending',
    `<p>${received}</p>
<p>Your Request Id is ${id}.</p>
<form method="post" action="certfnsh.asp"><input type="hidden" name="Mode" value="chkpnd"><input type="hidden" name="ReqID" value="${id}">
<input type="submit" value="Check status"></form>
<script>
/* for clients that search for the id
' nReqId = ${id}
*/
</script>`,
  );
}

function deniedPage(site: Site, id: number, message: string): string {
  return layout(
    site.authority,
    'Certificate Request Denied',
    `<p>Your certificate request was denied.</p>
<p>Your Request Id is ${id}. The disposition message is "${escapeHtml(message)}".</p>`,
  );
}

/** The page for a request that the authority did not take: it has no row and no id. */
function refusedPage(site: Site, message: string): string {
  return layout(
    site.authority,
    'Certificate Request Denied',
    `<p>Your certificate request was denied.</p>
<p>The disposition message is "${escapeHtml(message)}".</p>`,
  );
}

/** The `CertAttrib` lines `Name:value`, and the template that is selected in the form. */
function attributesOf(form: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const lines = (form.certattrib ?? '').split(/\r\n|\n|\r/).filter((line) => line.includes(':'));
  const pairs = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
  });
  const chosen = (form.lbcerttemplate ?? '').split(';')[1];
  return { ...(chosen ? { certificatetemplate: chosen } : {}), ...Object.fromEntries(pairs) };
}
