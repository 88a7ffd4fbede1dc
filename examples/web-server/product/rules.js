const { factsOf, labelled } = require('certificate-rehearsal');

/** The findings that only web servers have, in English. */
const WEB_FINDINGS = /** @type {const} */ ({
  'finding.no-alternative-name': '{use}, thumbprint {thumbprint}: no alternative name is {site}; browsers refuse it',
});

const webFact = factsOf(WEB_FINDINGS);

/** The pages of the codes. @type {import('certificate-rehearsal').CodePages} */
const WEB_CODES = {
  'no-alternative-name': {
    title: 'The certificate does not have the name of the site as an alternative name',
    severity: 'error',
    symptom: 'browsers show ERR_CERT_COMMON_NAME_INVALID, although the common name is right',
    cause: 'the request had no alternative names, as one of Create Certificate Request has none',
    check: 'certutil -store My',
    fix: 'request a new certificate with a policy file that contains the alternative names',
    source: 'RFC 9525, section 6.3; RFC 2818, section 3.1',
    certainty: 'documented',
  },
};

/** A browser reads only the alternative names. @type {import('certificate-rehearsal').CertificateRule<any>} */
function namesRule({ pool, use, entry: { certificate } }) {
  const names = certificate.subjectAlternativeNames.map((name) => name.toLowerCase());
  if (names.some((name) => name.endsWith(pool.fqdn.toLowerCase()))) return [];
  const detail = { use: labelled(use.title), thumbprint: certificate.thumbprint, site: pool.fqdn };
  return [{ code: 'no-alternative-name', detail: webFact('finding.no-alternative-name', detail) }];
}

module.exports = { namesRule, WEB_CODES, WEB_FINDINGS };
