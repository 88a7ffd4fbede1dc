/** The terms that the glossary explains, in English. */
export const TERMS = {
  plan: {
    term: 'Plan',
    meaning: 'The whole change for one pool: every step in the order of execution, with its machine.',
  },
  stage: { term: 'Stage', meaning: 'A part of the plan that is done on one machine, or on each server in turn.' },
  procedure: {
    term: 'Procedure',
    meaning: 'One task of the source document, from its first numbered step to its last.',
  },
  scenario: {
    term: 'Scenario',
    meaning: 'A sequence of steps that was executed, with the results that were expected.',
  },
  failure: {
    term: 'Failure scenario',
    meaning: 'A scenario that shows how a step fails, what is seen, and what helps.',
  },
  finding: {
    term: 'Finding',
    meaning: 'A defect of the servers that the check of the whole pool reports, with a code.',
  },
  defect: { term: 'Document defect', meaning: 'A sentence of the source document that is wrong or incomplete.' },
  code: { term: 'Code', meaning: 'The name of a finding or of a refusal. Each code of a finding has an explanation.' },
  symptom: { term: 'Symptom', meaning: 'What the operator sees first: a code, an event or a message.' },
  rollback: { term: 'Rollback', meaning: 'The executed steps that take back what a step changed.' },
  simulation: {
    term: 'Simulation',
    meaning: 'The simulated servers on which all steps were executed, with real certificates.',
  },
  assumption: {
    term: 'Assumption',
    meaning: 'A behaviour of the product that no source settles. The simulation had to choose one.',
  },
  pool: { term: 'Pool', meaning: 'Servers with one name and the same certificate.' },
  chain: {
    term: 'Certification chain',
    meaning: 'The certificates of the authorities, from the issuing one up to the root.',
  },
  request: {
    term: 'Certificate request',
    meaning: 'A file with a public key and a name that an authority is to certify.',
  },
  privateKey: {
    term: 'Private key',
    meaning: 'The secret key of a certificate. It stays on the server that made the request, unless it is exported.',
  },
  keyFile: { term: 'Key file', meaning: 'A .pfx file: a certificate with its private key, protected by a password.' },
  thumbprint: {
    term: 'Thumbprint',
    meaning: 'The SHA-1 digest of a certificate. It is the same on every server of a pool.',
  },
} as const;
