import { createHash } from 'node:crypto';
import type { Envelope } from '@cucumber/messages';
import { mediaTypeOf } from '../../../src/evidence/records';
import type { CurrentInputs } from '../../../src/recording/staleness/staleness';
import { sampleLedger } from '../sample';

/** The grounds of the sample. */
export const GROUNDS = {
  commit: 'c'.repeat(40),
  steps: 'a'.repeat(64),
  simulation: 'b'.repeat(64),
  environment: 'e'.repeat(64),
  sentences: Object.fromEntries(sampleLedger().map(({ id, sha256 }) => [id, sha256])),
};

/** The message as `rehearse run` records it. */
export function grounded(message: Envelope): Envelope {
  const { attachment } = message;
  if (attachment?.mediaType !== mediaTypeOf('run')) return message;
  const body = JSON.stringify({ ...JSON.parse(attachment.body), grounds: GROUNDS });
  return { attachment: { ...attachment, body } };
}

/** Everything is as it was when the messages were recorded. */
export function unmoved(messages: readonly Envelope[]): CurrentInputs {
  const texts = new Map(messages.flatMap(({ source }) => (source ? [[source.uri, source.data] as const] : [])));
  return {
    steps: GROUNDS.steps,
    simulation: GROUNDS.simulation,
    languages: 'd'.repeat(64),
    today: '2024-01-01',
    environments: () => [GROUNDS.environment],
    own: () => undefined,
    features: (uri) => [texts.get(uri) ?? ''],
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  };
}
