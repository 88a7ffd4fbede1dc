import type { ScenarioAction } from '../../../../../exploration/scenario-action';
import { decideAs, newestRequest } from '../../../../../operator/tasks/authority';
import { retrieveWithCertreq } from '../../../../../operator/tasks/certreq';
import type { Decider } from '../../operation';

/** The newest request is issued or denied by that account. */
export function decision(way: 'issue' | 'deny', by: Decider): ScenarioAction {
  return {
    sentence: `${personOf(by)} ${way === 'issue' ? 'issues' : 'denies'} the request`,
    perform: (console) => decideAs(console, way, by),
  };
}

/** The certificate of the newest request is fetched on the internal server. */
export const FETCH_CERTIFICATE: ScenarioAction = {
  sentence: 'the operator fetches the certificate of the request',
  perform: (console) => retrieveWithCertreq(console, newestRequest(console.deployment).id),
};

/** The subject of a sentence about what that account does. */
export function personOf(by: Decider): string {
  return by === 'certificate-manager' ? 'the certificate manager' : 'the ordinary user';
}

/** The certificate manager occurs more often than the user without the permission. */
export const DECIDERS: readonly Decider[] = ['certificate-manager', 'certificate-manager', 'ordinary-user'];
