import { linkedKey, type Machine, machineOf } from '../../../../windows/machine';
import { type Deployment, firstPool, issuingAuthority } from '../../../../world/deployment';
import type { Pool } from '../../../../world/topology';
import { commonName } from '../../../../x509/names/distinguished-name';
import { assumptionsOf } from '../../assumptions';
import { emptyModel, type Model, type ModelServer } from './model';

/** The model of the explored pool before any operation: what its servers have already. No file is on its way. */
export function initialModel(deployment: Deployment): Model {
  const pool = firstPool(deployment);
  const rejectsShortKeys = issuingAuthority(deployment).templates.length > 0;
  const empty = emptyModel(assumptionsOf(deployment), rejectsShortKeys);
  return { ...empty, servers: pool.servers.map((fqdn) => modelOf(machineOf(deployment, fqdn), pool)) };
}

function modelOf(machine: Machine, pool: Pool): ModelServer {
  const { My, REQUEST } = machine.stores.LocalMachine;
  const own = machine.keys.filter(({ location }) => location === 'LocalMachine');
  return {
    keys: new Map(own.map(({ keyPair, exportable }) => [keyPair.publicKeyId, exportable])),
    waiting: new Set(REQUEST.map(({ certificate }) => certificate.publicKeyId)),
    certificates: My.map((entry) => ({
      certificate: entry.certificate.thumbprint,
      key: entry.certificate.publicKeyId,
      ours: commonName(entry.certificate.subject) === pool.fqdn,
      linked: linkedKey(machine, 'LocalMachine', entry) !== undefined,
    })),
  };
}
