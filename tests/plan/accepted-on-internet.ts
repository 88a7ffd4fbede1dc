import { pathOf } from '../../src/adcs/authority';
import { lyncServerOf } from '../../src/products/lync-server-2013/topology';
import { authorityNamed, type Deployment, PUBLIC_AUTHORITY } from '../../src/world/deployment';
import { machineUnder } from '../../src/world/topology';
import { pem } from '../judge/sides';
import { ownView } from '../judge/tls-handshake';

const OUTSIDE = ['AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication'] as const;

/**
 * Whether OpenSSL accepts the certificate that each server of a pool presents on the Internet. It trusts the root of the
 * public authority only, and knows the intermediate certificates that the server can send.
 */
export async function acceptedOnInternet(folder: string, deployment: Deployment, fqdn: string) {
  const roots = pathOf(authorityNamed(deployment, PUBLIC_AUTHORITY)).filter(({ selfSigned }) => selfSigned);
  const servers = deployment.pools.find((pool) => pool.fqdn === fqdn)?.servers ?? [];
  const said: { readonly server: string; readonly accepted: boolean }[] = [];
  for (const server of servers) {
    const { running } = lyncServerOf(deployment, server);
    const machine = machineUnder(deployment, lyncServerOf(deployment, server));
    const { My, CA } = machine.stores.LocalMachine;
    const [thumbprint, ...others] = OUTSIDE.map((use) => running?.[use]);
    const entry = My.find(({ certificate }) => certificate.thumbprint === thumbprint);
    const hasKey = machine.keys.some(({ container }) => container === entry?.keyContainer);
    if (!entry || !hasKey || others.some((one) => one !== thumbprint)) {
      said.push({ server, accepted: false });
      continue;
    }
    const clock = Math.floor(deployment.determinism.now / 1000);
    const stores = {
      certificate: pem([entry.certificate]),
      roots: pem(roots),
      others: pem(CA.map((one) => one.certificate)),
    };
    said.push({ server, accepted: (await ownView(folder, { ...stores, clock })).succeeded });
  }
  return said;
}
