import { requireAdministrator } from '../../windows/administrators';
import { STORE_TITLES, type StoreEntry, type StoreName, storeWithTitle } from '../../windows/certificate-store';
import { addStore, deleteFromStore, entryWith, repairStore } from '../../windows/certutil';
import { machineOf } from '../../windows/machine';
import { peerPath, presentedPath } from '../../windows/schannel';
import { operatorRefusal } from '../operator-refusals';
import { certificateBlock, keyLines, pathLines } from './certificate-block';
import { type CertutilCall, type CertutilVerb, locationIn } from './certutil-call';

/** The verbs of certutil that work on a store (Microsoft, "certutil"). */
export const STORE_VERBS: Readonly<Record<string, CertutilVerb>> = {
  '-store': { options: ['-v', '-user'], operands: [0, 2], run: (call) => listed(call, () => []) },
  '-verifystore': { options: ['-v', '-user'], operands: [1, 2], run: (call) => listed(call, verdictOn(call)) },
  '-repairstore': { options: ['-f'], operands: [2, 3], run: changing(repairStore) },
  '-addstore': { options: ['-f'], operands: [2, 2], run: changing(addStore) },
  '-delstore': { options: [], operands: [2, 2], run: changing(deleteFromStore) },
};

function changing(change: typeof repairStore): CertutilVerb['run'] {
  return (call) => {
    const { deployment, logon, operands } = call;
    const [, operand = '', descriptor] = operands;
    return { deployment: change(deployment, logon, storeIn(call), operand, descriptor), lines: [] };
  };
}

/** The certificates of a store as blocks of text. A stored certificate may be named; the default store is CA. */
function listed(
  call: CertutilCall,
  verdict: (entry: StoreEntry) => readonly string[],
): ReturnType<CertutilVerb['run']> {
  const { deployment, logon, operands, options } = call;
  const location = locationIn(call);
  const store = storeIn(call, 'CA');
  if (location === 'LocalMachine' && options.has('-v')) requireAdministrator(deployment, logon);
  const machine = machineOf(deployment, logon.on);
  const wanted = operands[1];
  const entries = machine.stores[location][store];
  const shown = wanted === undefined ? entries : [entryWith(deployment, logon, { location, store }, wanted)];
  const blocks = shown.flatMap((entry) => [
    ...certificateBlock(entry.certificate, entries.indexOf(entry), options.has('-v')),
    ...keyLines(machine, location, entry),
    ...verdict(entry),
  ]);
  return { deployment, lines: [`${store} "${STORE_TITLES[store]}"`, ...blocks] };
}

/** What -verifystore says of each certificate: the certification path as this computer builds it. */
function verdictOn({ deployment, logon }: CertutilCall): (entry: StoreEntry) => readonly string[] {
  const machine = machineOf(deployment, logon.on);
  return ({ certificate }) => pathLines(peerPath(deployment, machine, presentedPath(machine, certificate)));
}

function storeIn({ operands, logon }: CertutilCall, usual?: StoreName): StoreName {
  const [title] = operands;
  const store = title === undefined ? usual : storeWithTitle(title);
  if (store) return store;
  throw operatorRefusal('unknown-store', logon.on, { store: title ?? '' });
}
