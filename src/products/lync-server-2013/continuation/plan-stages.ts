import type { ContinuedStep, FoundRest } from '../../../exploration/continuation/continuation';
import { STAGE_TITLES } from './stage-titles';

/** The stages of the plan of the document that a step of the rest consists of; none for repairs. */
export const PLAN_STAGES: Readonly<Record<string, readonly string[]>> = {
  'import-chain': ['get-chain', 'carry-chain', 'import-chain'],
  'create-request': ['create-request', 'carry-request'],
  'submit-request': ['submit-request'],
  'import-response': ['carry-response', 'import-response'],
  'export-certificate': ['export-certificate'],
  'import-certificate': ['carry-certificate', 'import-certificate'],
  'assign-certificate': ['assign-certificate'],
};

/** The stages in which the operator selects the certificate in a list. */
export const SELECTING_STAGES = ['export-certificate', 'assign-certificate'];

/** How steps press the button of the Deployment Wizard that opens the Certificate Wizard. */
export const WIZARD_BUTTON = { first: 'uses "Run"', again: 'uses "Run again"' };

/** The stage at the end in which the judge looks at the pool, and who types the commands of repairs. */
export const REST_TEXTS = {
  judged: { id: 'check', title: 'Check each Edge Server' },
  account: 'the Edge administrator',
} as const;

/**
 * The stage before the others if a request waits. No state tells what the authority has done with it, so the operator asks
 * the authority first.
 */
export function waitingStage(server: string) {
  return {
    id: 'ask-authority',
    title: STAGE_TITLES['ask-authority'] ?? '',
    steps: `When the authority has not answered the request that waits on ${server}, and its file is on the internal server`,
  };
}

/** The commands that the operator types in a step. */
export function commandsIn({ before, after }: ContinuedStep): readonly string[] {
  return after.typed.slice(before.typed.length).map(({ text }) => text);
}

/** The list item of the certificate: by its thumbprint, or by the friendly name that the new one will have. */
export function listItemOf({ approach }: FoundRest, friendlyName: string): string {
  return approach.kind === 'existing' ? `thumbprint ${(approach.thumbprint ?? '').slice(0, 8)}` : friendlyName;
}
