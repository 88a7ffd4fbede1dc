import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attachment, Envelope } from '@cucumber/messages';
import { type EvidenceRecord, recordIn } from '../../src/evidence/records';
import type { RunbookKnowledge } from '../../src/runbook/outline/runbook-outline';
import { readLedger } from '../../src/runbook/source-document/ledger';
import type { Procedure } from '../../src/runbook/views/procedure/procedure';
import type { Runbook } from '../../src/runbook/views/runbook';
import { runbookModel } from '../../src/runbook/views/runbook-views';
import { ROOT } from '../support/root';

/** The runbook of such messages, with the sentences of the document. */
export function runbookOf(messages: readonly Envelope[], known?: RunbookKnowledge): Runbook {
  return runbookModel(
    messages,
    readLedger(readFileSync(join(ROOT, 'source', 'internal-edge', 'ledger.tsv'), 'utf8')),
    known,
  );
}

/** The procedure with that word in its file's name. */
export function procedureIn({ procedures }: Runbook, word: string): Procedure {
  const found = procedures.find(({ file }) => file.includes(word));
  if (!found) throw new Error(`no procedure with "${word}"; have ${procedures.map(({ file }) => file).join(', ')}`);
  return found;
}

/** The messages, in which the walk of that feature ends at its nth step: it fails there, and the others are skipped. */
export function failingAt(messages: readonly Envelope[], word: string, nth: number): readonly Envelope[] {
  const { cases, steps } = walkIn(messages, word);
  const place = (stepId: string) => steps.indexOf(stepId);
  return messages.flatMap((message): readonly Envelope[] => {
    const { testStepFinished: finished, attachment } = message;
    const at = place((finished ?? attachment)?.testStepId ?? '');
    if (!cases.has((finished ?? attachment)?.testCaseStartedId ?? '') || at < nth) return [message];
    if (attachment) return at > nth ? [] : [message];
    if (!finished) return [message];
    const status = at === nth ? 'FAILED' : 'SKIPPED';
    const testStepResult = { ...finished.testStepResult, status, message: at === nth ? 'no' : '' };
    return [{ testStepFinished: { ...finished, testStepResult } } as Envelope];
  });
}

/** The messages with other attachments at the nth step of that feature's walk. */
export function attachedAt(
  messages: readonly Envelope[],
  word: string,
  nth: number,
  change: (attachment: Attachment) => readonly Attachment[],
): readonly Envelope[] {
  const { steps } = walkIn(messages, word);
  return messages.flatMap((message) =>
    message.attachment?.testStepId !== undefined && message.attachment.testStepId === steps[nth]
      ? change(message.attachment).map((attachment) => ({ attachment }))
      : [message],
  );
}

/** What each step of that feature's walk left behind. */
export function recordsAt(messages: readonly Envelope[], word: string): readonly (readonly EvidenceRecord[])[] {
  const attachments = messages.flatMap(({ attachment }) => attachment ?? []);
  return walkIn(messages, word).steps.map((step) =>
    attachments.filter(({ testStepId }) => testStepId === step).flatMap((one) => recordIn(one) ?? []),
  );
}

/** The attempts and steps of the walk of the feature with that word in its address; hooks do not count. */
function walkIn(messages: readonly Envelope[], word: string) {
  const walk = messages
    .flatMap(({ pickle }) => pickle ?? [])
    .find(({ uri, tags }) => uri.includes(word) && tags.some(({ name }) => name === '@procedure'));
  const found = messages.flatMap(({ testCase }) => testCase ?? []).find(({ pickleId }) => pickleId === walk?.id);
  if (!found) throw new Error(`no walk in a feature with "${word}"`);
  const started = messages.flatMap(({ testCaseStarted }) => testCaseStarted ?? []);
  return {
    cases: new Set(started.filter(({ testCaseId }) => testCaseId === found.id).map(({ id }) => id)),
    steps: found.testSteps.flatMap(({ id, pickleStepId }) => (pickleStepId ? [id] : [])),
  };
}
