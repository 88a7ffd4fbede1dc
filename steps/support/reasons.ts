import { factsOf } from '../../src/fact';

/** Why a scenario does not apply to an environment, in English. */
export const REASONS = {
  'not-applicable.other-servers': 'the scenario begins with other servers than those of the states',
  'not-applicable.precondition': 'the states do not allow what the scenario takes for given: {problem}',
  'not-applicable.no-intermediate-authority':
    'the issuing authority is a root itself: it has no intermediate authority',
  'not-applicable.authority-ends': 'a certificate of the issuing authority or its superiors ends within {years} years',
  'not-applicable.internal-name':
    'a public authority cannot verify {name}: the name exists in an internal network only',
  'not-applicable.path-signature':
    'a certificate of the path above is signed with {algorithm}, which is not recommended',
  'not-applicable.no-local-account': 'every administrator of the environment has an account of the domain',
  'not-applicable.no-templates': 'this authority works without templates',
  'not-applicable.template-not-listed':
    'certsrv does not list the template "{template}": submit the request with certreq',
  'not-applicable.no-template-to-select': 'this authority works without templates: no template can be selected',
} as const;

export const reason = factsOf(REASONS);
