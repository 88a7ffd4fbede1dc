import type { Console } from '../console';
import { namedValues } from '../named-values';
import { typeCommand } from '../prompt';

/** Tasks that submit and retrieve requests with certreq. */

/** Submits the request file with certreq on the current server; `attributes` have the format of `-attrib`. */
export function submitWithCertreq(
  console: Console,
  attributes: readonly string[] = [`CertificateTemplate:${console.deployment.environment.certificate.template}`],
): Console {
  const v = namedValues(console.deployment);
  const attribute = attributes.length === 0 ? '' : `-attrib "${attributes.join('\\n')}" `;
  return typeCommand(
    console,
    `certreq -submit -config "${v['authority configuration']}" ${attribute}"${v['request file']}" "${v['response file']}"`,
  );
}

/** Retrieves the certificate of a pending request with certreq. */
export function retrieveWithCertreq(console: Console, id: number): Console {
  const v = namedValues(console.deployment);
  return typeCommand(
    console,
    `certreq -retrieve -config "${v['authority configuration']}" ${id} "${v['response file']}"`,
  );
}
