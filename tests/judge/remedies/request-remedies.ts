import type { Console } from '../../../src/operator/console';
import { consoleOn, logOn } from '../../../src/operator/console';
import { inside } from '../../../src/operator/logons';
import { PASSWORD } from '../../../src/operator/named-values';
import { newestRequest } from '../../../src/operator/tasks/authority';
import { downloadChain } from '../../../src/operator/tasks/certification-path';
import { submitWithCertreq } from '../../../src/operator/tasks/certreq';
import { carryRequest } from '../../../src/operator/tasks/request-files';
import { FAULTS } from '../../../src/products/lync-server-2013/faults/faults';
import { replicationStatus } from '../../../src/products/lync-server-2013/replication-status';
import { importExported } from '../../../src/products/lync-server-2013/tasks/certificate';
import { createRequest, type RequestChoices } from '../../../src/products/lync-server-2013/tasks/request';
import { edge, importResponse, sendTo, spreadFrom } from '../../../src/products/lync-server-2013/tasks/whole-procedure';
import { Refusal } from '../../../src/refusal';
import { linkedKey, machineOf } from '../../../src/windows/machine';
import {
  accountFor,
  type Deployment,
  firstPool,
  issuingAuthority,
  PUBLIC_AUTHORITY,
  withAuthority,
} from '../../../src/world/deployment';
import type { Pool } from '../../../src/world/topology';
import { type Change, on } from '../changes';
import { FIRST, SECOND } from '../situation';

/** The remedies of rows of the failure ledger without a finding: requests, the site, files, the network. */

/** What an administrator does under the cause of a failure, and with its remedy. */
export interface LedgerRemedy {
  readonly broken: Change;
  readonly remedy: Change;
  /** the work with the cause, which must fail, and with the remedy, which must succeed */
  readonly failing: (console: Console, pool: Pool) => boolean;
  readonly working: (console: Console, pool: Pool) => boolean;
}

const unchanged: Change = (deployment) => deployment;

/** Requests a certificate on the first server; whether the authority issues it. */
function issues(choices: RequestChoices = {}, authority?: string): (console: Console) => boolean {
  return (console) => {
    const requested = carryRequest(createRequest(edge(console, FIRST), choices), FIRST);
    const name = authority ?? issuingAuthority(console.deployment).name;
    const answered = sendTo(requested, FIRST, name);
    if (name === PUBLIC_AUTHORITY) return true;
    return newestRequest(answered.deployment).disposition.kind === 'issued';
  };
}

const authorityFault = (name: string): Change => FAULTS.authority[name] ?? missing(name);
const templateFault = (name: string): Change => FAULTS.template[name] ?? missing(name);
const recommended = authorityFault('follows the recommendations');

function missing(name: string): Change {
  throw new Error(`no fault "${name}"`);
}

/** The deployment after an authority's permission to request was given to this group only. */
function requesters(group: string): Change {
  return (d) => {
    const authority = issuingAuthority(d);
    return withAuthority(d, { ...authority, permissions: { ...authority.permissions, requestCertificates: [group] } });
  };
}

const denied = (name: string): LedgerRemedy => ({
  broken: templateFault(name),
  remedy: recommended,
  failing: issues(),
  working: issues(),
});

/** Downloads the chain as this account on the internal server. */
function downloads(account: (deployment: Deployment) => string): (console: Console) => boolean {
  return (console) => {
    const { on: server } = inside(console);
    downloadChain(logOn(console, { on: server, account: account(console.deployment) }));
    return true;
  };
}

const administrator = (d: Deployment): string => accountFor(d, 'lync-administrator');

/** Imports the exported file on the second server with this password. */
function imports(password: string): (console: Console, pool: Pool) => boolean {
  return (console, pool) => {
    importExported(edge(spreadFrom(console, pool), SECOND), pool, password);
    return true;
  };
}

/** The response to a request of the first server, imported on a server; whether its certificate has a key there. */
function respondsOn(server: string): (console: Console, pool: Pool) => boolean {
  return (console) => {
    const requested = carryRequest(createRequest(edge(console, FIRST)), FIRST);
    const answered = sendTo(requested, server, issuingAuthority(console.deployment).name);
    const machine = machineOf(importResponse(answered, server).deployment, server);
    const entry = machine.stores.LocalMachine.My.at(-1);
    return entry !== undefined && linkedKey(machine, 'LocalMachine', entry) !== undefined;
  };
}

const replicates = (console: Console): boolean => replicationStatus(console, SECOND).upToDate;

export const REQUEST_REMEDIES: Readonly<Record<string, LedgerRemedy>> = {
  F13: denied('can be read by no account'),
  F14: {
    broken: requesters('Enterprise Admins'),
    remedy: requesters('Authenticated Users'),
    failing: issues(),
    working: issues(),
  },
  F15: denied('is not published'),
  F17: {
    broken: templateFault('demands keys of 4096 bits'),
    remedy: unchanged,
    failing: issues(),
    working: issues({ bitLength: '4096' }),
  },
  F17d: {
    broken: unchanged,
    remedy: unchanged,
    failing: issues({ bitLength: '1024' }, PUBLIC_AUTHORITY),
    working: issues({ bitLength: '2048' }, PUBLIC_AUTHORITY),
  },
  F20: {
    broken: authorityFault('has no https binding'),
    remedy: (d) => {
      const authority = issuingAuthority(d);
      return withAuthority(d, { ...authority, certsrv: { requireSsl: true, httpsBinding: true } });
    },
    failing: downloads(administrator),
    working: downloads(administrator),
  },
  F21: {
    broken: unchanged,
    remedy: unchanged,
    failing: downloads(() => 'Administrator'),
    working: downloads(administrator),
  },
  F22b: {
    broken: templateFault('takes the names from the directory'),
    remedy: (d) => {
      const authority = issuingAuthority(d);
      const templates = authority.templates.map((one) => ({ ...one, subjectFrom: 'request' as const }));
      return withAuthority(d, { ...authority, templates });
    },
    failing: issues(),
    working: issues(),
  },
  F26: { broken: unchanged, remedy: unchanged, failing: imports('wrong'), working: imports(PASSWORD) },
  F46: {
    broken: unchanged,
    remedy: unchanged,
    failing: (console) => {
      const requested = carryRequest(createRequest(edge(console, FIRST)), FIRST);
      const at = logOn(requested, inside(requested));
      const sent = submitWithCertreq(at, ['CertificateTemplate:Web Server (display name)']);
      return newestRequest(sent.deployment).disposition.kind === 'issued';
    },
    working: issues(),
  },
  F47: { broken: unchanged, remedy: unchanged, failing: issues({ atOnce: true }), working: issues() },
  F49: { broken: unchanged, remedy: unchanged, failing: respondsOn(SECOND), working: respondsOn(FIRST) },
  F60: {
    broken: on(SECOND, (machine) => ({ ...machine, connection: { ...machine.connection, defaultGateways: 2 } })),
    remedy: on(SECOND, (machine) => ({ ...machine, connection: { ...machine.connection, defaultGateways: 1 } })),
    failing: replicates,
    working: replicates,
  },
};

/** Whether the work succeeds; a machine may refuse it. */
export function succeeds(work: LedgerRemedy['working'], deployment: Deployment): boolean {
  try {
    return work(consoleOn(deployment), firstPool(deployment));
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
