import { pathOf } from '../adcs/authority';
import type { Machine } from '../windows/machine';
import { presentedPath } from '../windows/schannel';
import type { Certificate } from '../x509/certificate';
import { type PathVerdict, verifyPath } from '../x509/paths/certification-path';
import { authorityNamed, type Deployment, PUBLIC_AUTHORITY } from './deployment';

/** Clients on the Internet: they trust public roots only, have the right time, and know only what the server sends. */

/** The verdict of such a client on the certification path of a certificate that the machine presents (RFC 5280 §6.1). */
export function internetPath(deployment: Deployment, machine: Machine, certificate: Certificate): PathVerdict {
  const sent = presentedPath(machine, certificate).slice(1);
  const roots = pathOf(authorityNamed(deployment, PUBLIC_AUTHORITY)).filter(({ selfSigned }) => selfSigned);
  const { now: at } = deployment.determinism;
  return verifyPath(certificate, { trusted: roots, candidates: sent, at, purpose: 'serverAuth' });
}
