import fc from 'fast-check';
import { publishedTemplate } from '../../../../../adcs/submission';
import type { ScenarioAction } from '../../../../../exploration/scenario-action';
import { approvedWhereWaiting } from '../../../../../operator/tasks/authority';
import { submitWithCertreq } from '../../../../../operator/tasks/certreq';
import { type Deployment, issuingAuthority } from '../../../../../world/deployment';
import { answered, isRejected } from '../../model/issued';
import { doneIf, harmful, type PoolDefinition } from '../definition';
import { LOG_ON_INSIDE } from '../server-actions';
import { decision, FETCH_CERTIFICATE } from './decision';

/** A template of the embedded environment with which every request waits for a certificate manager. */
const MANUAL_TEMPLATE = 'WebServerManual';

/** The request on the internal server is submitted there, with that answer. */
export const send: PoolDefinition<'send'> = {
  random: [answers(), answers()],
  exhaustive: [
    { kind: 'send', answer: 'issued' },
    { kind: 'send', answer: 'pending' },
    { kind: 'send', answer: 'denied' },
  ],
  actions: ({ answer }, { deployment }) => {
    switch (answer) {
      case 'issued':
        return [LOG_ON_INSIDE, submit('with its template'), ...(isManual(deployment) ? [ISSUE_WHERE_WAITING] : [])];
      case 'denied': {
        const isByHand = issuingAuthority(deployment).kind !== 'enterprise';
        const denial = isByHand ? [decision('deny', 'certificate-manager')] : [];
        return [LOG_ON_INSIDE, submit('without a template', []), ...denial];
      }
      case 'approved':
        return [LOG_ON_INSIDE, SUBMIT_MANUAL, decision('issue', 'certificate-manager'), FETCH_CERTIFICATE];
      case 'pending':
        return [LOG_ON_INSIDE, SUBMIT_MANUAL];
    }
  },
  effect: harmful,
  scope: 'any pool',
  predict: ({ answer }, model) => doneIf(model.request !== null && !(answer === 'approved' && isRejected(model))),
  next: ({ answer }, model, { certified }) => answered(model, answer, certified),
};

/** Issued occurs more often than the other answers, because later operations need a certificate. */
function answers(): PoolDefinition<'send'>['random'][number] {
  const answer = fc.constantFrom('issued', 'issued', 'issued', 'approved', 'pending', 'denied');
  return fc.record({ kind: fc.constant('send'), answer });
}

const SUBMIT_MANUAL = submit(`for the template "${MANUAL_TEMPLATE}"`, [`CertificateTemplate:${MANUAL_TEMPLATE}`]);

const ISSUE_WHERE_WAITING: ScenarioAction = {
  sentence: 'where the request waits, a certificate manager issues it',
  perform: approvedWhereWaiting,
};

function submit(choice: string, attributes?: readonly string[]): ScenarioAction {
  return {
    sentence: `the operator submits the request ${choice}`,
    perform: (console) => submitWithCertreq(console, attributes),
  };
}

/** Whether a request with the usual template waits for a certificate manager. */
function isManual(deployment: Deployment): boolean {
  const authority = issuingAuthority(deployment);
  const { template } = deployment.environment.certificate;
  return authority.managerApproval || publishedTemplate(authority, template)?.managerApproval === true;
}
