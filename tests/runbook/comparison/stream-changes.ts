import type { Envelope, TestStepResultStatus } from '@cucumber/messages';

/** Streams made of a recorded one: a part of it, the same later, the same with other ids. */

/** The stream with only some of its test cases, chosen by their index and by how the last attempt ended. */
export function partOf(
  messages: readonly Envelope[],
  keeps: (index: number, status: `${TestStepResultStatus}`) => boolean,
): readonly Envelope[] {
  const cases = messages.flatMap(({ testCase }) => testCase ?? []);
  const kept = new Set(cases.filter(({ id }, index) => keeps(index, statusOf(messages, id))).map(({ id }) => id));
  const attempts = new Set(
    messages.flatMap(({ testCaseStarted: one }) => (one && kept.has(one.testCaseId) ? [one.id] : [])),
  );
  return messages.filter(({ testCase, testCaseStarted, ...message }) => {
    const attempt = [
      message.testStepStarted,
      message.testStepFinished,
      message.testCaseFinished,
      message.attachment,
    ].flatMap((one) => one?.testCaseStartedId ?? []);
    if (testCase) return kept.has(testCase.id);
    if (testCaseStarted) return attempts.has(testCaseStarted.id);
    return attempt.every((id) => attempts.has(id));
  });
}

function statusOf(messages: readonly Envelope[], testCaseId: string): `${TestStepResultStatus}` {
  const attempt = messages
    .flatMap(({ testCaseStarted: one }) => (one?.testCaseId === testCaseId ? [one.id] : []))
    .at(-1);
  const steps = messages.flatMap(({ testStepFinished }) => testStepFinished ?? []);
  const statuses = steps
    .filter(({ testCaseStartedId }) => testCaseStartedId === attempt)
    .map((step) => step.testStepResult.status);
  return statuses.find((status) => status !== 'PASSED') ?? 'PASSED';
}

/** The stream of a run that began an hour later. */
export function later(messages: readonly Envelope[]): readonly Envelope[] {
  return messages.map(({ testRunStarted: started, ...message }) => {
    if (!started) return message;
    const timestamp = { ...started.timestamp, seconds: started.timestamp.seconds + 3600 };
    return { testRunStarted: { ...started, timestamp } };
  });
}

/** The stream with every step passed. */
export function passing(messages: readonly Envelope[]): readonly Envelope[] {
  return rewritten(messages, (text) => text.replace(/"status":"[A-Z]+"/g, '"status":"PASSED"'));
}

/** The stream with ids that are numbers from 0. */
export function numbered(messages: readonly Envelope[]): readonly Envelope[] {
  const ids = new Map<string, string>();
  const next = (id: string): string => {
    if (!ids.has(id)) ids.set(id, String(ids.size));
    return ids.get(id) ?? '';
  };
  return rewritten(messages, (text) => text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, next));
}

/** The stream of files with this number of additional lines at the beginning. */
export function lower(messages: readonly Envelope[], lines: number): readonly Envelope[] {
  return rewritten(messages, (text) => text.replace(/"line":(\d+)/g, (_, line) => `"line":${Number(line) + lines}`));
}

function rewritten(messages: readonly Envelope[], change: (text: string) => string): readonly Envelope[] {
  return messages.map((message) => JSON.parse(change(JSON.stringify(message))) as Envelope);
}
