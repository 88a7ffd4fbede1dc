import { commonName } from '../../x509/names/distinguished-name';
import { type CertificationAuthority, currentGeneration } from '../authority';
import { publishesDeltas } from '../publication';
import { type CertificateTemplate, isOfferedOnSite, type Requester } from '../template';

/** The pages of the site. Links and ids have the form that browsers and scripted clients expect. */

/** The choice of the encoding of a download; the page's script applies it to the links. */
function encodingChoice(der: string, base64: string): string {
  return `<input type="radio" name="rbEncoding" id="rbDerEnc" checked><label for="rbDerEnc">${der}</label>
<input type="radio" name="rbEncoding" id="rbB64Enc"><label for="rbB64Enc">${base64}</label>`;
}

/** The choice on the page of an issued certificate. */
export const ENCODING_CHOICE = `<p>${encodingChoice('DER encoded', 'Base 64 encoded')}</p>`;

/** The home page, with the three tasks (04952-134). */
export function homePage(authority: CertificationAuthority): string {
  return layout(
    authority,
    'Welcome',
    `<p>Use this site to request a certificate, or to get the certificates of this authority.</p>
<h2>Select a task</h2>
<ul>
<li><a href="certrqus.asp">Request a certificate</a></li>
<li><a href="certckpn.asp">View the status of a pending certificate request</a></li>
<li><a href="certcarc.asp">Download a CA certificate, certificate chain, or CRL</a></li>
</ul>`,
  );
}

/**
 * "Download a CA Certificate, Certificate Chain, or CRL" (04952-135). The value of a certificate in the list is the
 * number of renewals after it; the script turns it into the number of the renewal.
 */
export function authorityPage(authority: CertificationAuthority): string {
  const renewals = authority.generations.length - 1;
  const options = authority.generations.map((_, renewal) => {
    const [title, selected] = renewal === renewals ? ['Current', ' selected'] : ['Previous', ''];
    const name = `${escapeHtml(authority.name)}${renewal === 0 ? '' : `(${renewal})`}`;
    return `<option value="${renewals - renewal}"${selected}>${title} [${name}]</option>`;
  });
  const delta = publishesDeltas(authority)
    ? `\n<li><a href="certcrl.crl?Type=delta&amp;Renewal=${renewals}&amp;Enc=bin">Download latest delta CRL</a></li>`
    : '';
  return layout(
    authority,
    'Download a CA Certificate, Certificate Chain, or CRL',
    `<script>
var nRenewals=${renewals};
</script>
<p><label for="lbCaInstance">CA certificate:</label> <select id="lbCaInstance" name="lbCaInstance">${options.reverse().join('')}</select></p>
<p>Encoding method:
${encodingChoice('DER', 'Base 64')}</p>
<ul>
<li><a href="certnew.cer?ReqID=CACert&amp;Renewal=${renewals}&amp;Enc=bin">Download CA certificate</a></li>
<li><a href="certnew.p7b?ReqID=CACert&amp;Renewal=${renewals}&amp;Enc=bin">Download CA certificate chain</a></li>
<li><a href="certcrl.crl?Type=base&amp;Renewal=${renewals}&amp;Enc=bin">Download latest base CRL</a></li>${delta}
</ul>
<script>
for (const link of document.links) link.addEventListener("click", function () {
var chosen=nRenewals-Number(document.getElementById("lbCaInstance").value);
link.href=link.href.replace(/Renewal=\\d+/, "Renewal="+chosen).replace(/Enc=\\w+/, document.getElementById("rbDerEnc").checked ? "Enc=bin" : "Enc=b64");
});
</script>`,
  );
}

/** "Request a Certificate". */
export function requestTypePage(authority: CertificationAuthority): string {
  return layout(
    authority,
    'Request a Certificate',
    '<p>Or, submit an <a href="certrqad.asp">advanced certificate request</a>.</p>',
  );
}

/** "Advanced Certificate Request". */
export function requestTypeAdvancedPage(authority: CertificationAuthority): string {
  return layout(
    authority,
    'Advanced Certificate Request',
    `<ul>
<li><a href="certrqma.asp">Create and submit a request to this CA.</a></li>
<li><a href="certrqxt.asp">Submit a certificate request by using a base-64-encoded CMC or PKCS #10 file, or submit a renewal request by using a base-64-encoded PKCS #7 file.</a></li>
</ul>`,
  );
}

/** "Submit a Certificate Request or Renewal Request", with the templates that the requester may use. */
export function requestFormPage(authority: CertificationAuthority, requester: Requester): string {
  const templates = authority.templates.filter((one) =>
    isOfferedOnSite(requester, one, authority.certsrvTemplateVersion),
  );
  if (authority.kind === 'enterprise' && templates.length === 0) {
    return simplePage(
      'Web enrollment',
      'No certificate templates could be found. You do not have permission to request a certificate from this CA, or an error occurred while accessing the Active Directory.',
    );
  }
  const choice = `<p><label for="lbCertTemplateID">Certificate Template:</label>
<select id="lbCertTemplateID" name="lbCertTemplate">
${templates.map(templateOption).join('\n')}
</select></p>`;
  return layout(
    authority,
    'Submit a Certificate Request or Renewal Request',
    `<form method="post" action="certfnsh.asp">
<input type="hidden" name="Mode" value="newreq">
<p><label for="locTaRequest">Base-64-encoded certificate request (CMC or PKCS #10 or PKCS #7):</label>
<textarea id="locTaRequest" name="CertRequest" rows="12" cols="64"></textarea></p>
${authority.kind === 'enterprise' ? choice : ''}
<p><label for="taAttrib">Attributes:</label> <textarea id="taAttrib" name="CertAttrib" rows="2" cols="30"></textarea></p>
<p><input type="submit" id="btnSubmit" value="Submit &gt;"></p>
</form>`,
  );
}

/** A page with a title and one sentence, without the authority's banner. */
export function simplePage(title: string, sentence: string): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body><h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p></body></html>
`;
}

/**
 * A page of the site: a banner with the authority's name, a title, and content (HTML). Links are relative to /certsrv/,
 * also on the home page at /certsrv: some clients refuse a redirection to it.
 */
export function layout(authority: CertificationAuthority, title: string, content: string): string {
  const name = escapeHtml(commonName(currentGeneration(authority).certificate.subject) ?? authority.name);
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Microsoft Active Directory Certificate Services</title>
<base href="/certsrv/"></head>
<body>
<p>Microsoft Active Directory Certificate Services &nbsp;--&nbsp; ${name} &nbsp; <a href="/certsrv">Home</a></p>
<p id="locPageTitle"> <b> ${title} </b></p>
${content}
</body></html>
`;
}

/** Escapes text for HTML content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** The fourteen fields that clients split at semicolons. The second is the name of the template, the last its title. */
function templateOption(template: CertificateTemplate): string {
  const value = ['E', template.name, '1', '3', '0', '0', '0', '0', '', '', '0', '0', '0', template.displayName].join(
    ';',
  );
  return `<Option Value="${escapeHtml(value)}">${escapeHtml(template.displayName)}</Option>`;
}
