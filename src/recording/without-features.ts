import type { Envelope } from '@cucumber/messages';
import { isAboutRun, splitStreams } from './reading/stream-boundaries';

/**
 * Removes all messages about these feature files. Records about the whole run stay while the stream has another
 * feature.
 */
export function withoutFeatures(messages: readonly Envelope[], uris: ReadonlySet<string>): readonly Envelope[] {
  return splitStreams(messages).flatMap((stream) => {
    const left = leftOf(stream, uris);
    return left.some(({ gherkinDocument }) => gherkinDocument) ? left : [];
  });
}

function leftOf(stream: readonly Envelope[], uris: ReadonlySet<string>): readonly Envelope[] {
  const pickles = idsOf(stream, ({ pickle }) => (pickle && uris.has(pickle.uri) ? pickle.id : undefined));
  const cases = idsOf(stream, ({ testCase }) => (testCase && pickles.has(testCase.pickleId) ? testCase.id : undefined));
  const attempts = idsOf(stream, ({ testCaseStarted }) =>
    testCaseStarted && cases.has(testCaseStarted.testCaseId) ? testCaseStarted.id : undefined,
  );
  return stream.flatMap((message) => {
    const { source, gherkinDocument, pickle, testCase } = message;
    const uri = (source ?? gherkinDocument ?? pickle)?.uri ?? '';
    if (uris.has(uri) || cases.has(testCase?.id ?? '')) return [];
    return attempts.has(attemptOf(message)) ? aboutTheRun(message) : [message];
  });
}

function idsOf(stream: readonly Envelope[], idIn: (message: Envelope) => string | undefined): ReadonlySet<string> {
  return new Set(stream.flatMap((message) => idIn(message) ?? []));
}

function attemptOf(message: Envelope): string {
  const { testCaseStarted, testCaseFinished, testStepStarted, testStepFinished, attachment } = message;
  const inside = testCaseFinished ?? testStepStarted ?? testStepFinished ?? attachment ?? message.externalAttachment;
  return testCaseStarted?.id ?? inside?.testCaseStartedId ?? '';
}

/** Detaches the run's records from the removed scenario. */
function aboutTheRun({ attachment }: Envelope): readonly Envelope[] {
  if (!attachment || !isAboutRun(attachment)) return [];
  const { testCaseStartedId: _, testStepId: __, ...own } = attachment;
  return [{ attachment: own }];
}
