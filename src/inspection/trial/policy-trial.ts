import { readFile } from '../../windows/file-system';
import { machineOf } from '../../windows/machine';
import type { Deployment } from '../../world/deployment';
import { readRequest } from '../../x509/certificate-request';
import type { FileFinding } from '../findings/file-finding';
import { fileFinding } from '../findings/file-findings';
import { authorityTrial, imported, issuedFindings } from './file-trial';
import type { Named, TrialSetting, TrialWorld } from './trial-world';

/** A policy file, tried out: certreq makes the request, the authority issues, and the certificate is assigned. */

/** The findings about a policy: those of certreq, of the request, and of the certificate that it leads to. */
export function policyFindings(name: string, text: string, setting: TrialSetting): readonly FileFinding[] {
  const unnamed = requested(text, setting, undefined);
  if (!('request' in unnamed)) return unnamed.refusal ? [policyFinding(name, unnamed.refusal)] : [];
  const ofUser = isOfUser(unnamed.world, unnamed.server);
  // the key of a user is one fault; the others show with a key of the computer
  const ofComputer = ofUser ? withMachineKeySet(text) : text;
  const named = requested(ofComputer, setting, readRequest(unnamed.request));
  if (!('request' in named)) return [];
  const file = { server: named.server, bytes: named.request };
  return [
    ...(ofUser ? [fileFinding('key-in-user-profile', name)] : []),
    ...issuedFindings({ ...named.trial, deployment: named.world }, file, 'policy'),
  ];
}

interface Requested {
  readonly trial: TrialWorld;
  readonly server: string;
  readonly world: Deployment;
  readonly request: Uint8Array;
}

/** The request that certreq makes of the policy, on the first server of a pool with these names. */
function requested(
  text: string,
  setting: TrialSetting,
  names: Named | undefined,
): Requested | { readonly refusal?: FileFinding } {
  const trial = authorityTrial(setting, names);
  const [server = ''] = trial.servers;
  const { world, refusal } = imported(trial.deployment, 'policy', { server, bytes: Buffer.from(text, 'utf8') });
  if (!world) return refusal ? { refusal } : {};
  return { trial, server, world, request: readFile(world, server, world.environment.files.request) };
}

function isOfUser(world: Deployment, server: string): boolean {
  return machineOf(world, server).stores.CurrentUser.REQUEST.length > 0;
}

function withMachineKeySet(text: string): string {
  const others = text.replace(/^[ \t]*MachineKeySet[ \t]*=.*$/gim, '');
  return others.replace(/^[ \t]*\[NewRequest\][^\n]*$/im, (heading) => `${heading}\nMachineKeySet = TRUE`);
}

/** What the simulated certreq refuses may be right for the real one. */
function policyFinding(name: string, refusal: FileFinding): FileFinding {
  const { line } = refusal.detail.parameters;
  if (refusal.code !== 'invalid-policy' || line === undefined) return refusal;
  return fileFinding('policy-not-simulated', name, { line });
}
