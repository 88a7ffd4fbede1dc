import type { Envelope } from '@cucumber/messages';

/**
 * Parts messages that were put together into the streams that they came in, so that the ids of one are not taken for
 * those of another: a stream describes itself once, and after its run has ended the next one begins.
 */
export function streamsIn(messages: readonly Envelope[]): readonly (readonly Envelope[])[] {
  const streams: Envelope[][] = [];
  let stream: Envelope[] = [];
  let described = false;
  let ended = true;
  for (const message of messages) {
    if (message.meta ? described || ended : ended && opens(message)) {
      stream = [];
      streams.push(stream);
      described = false;
      ended = false;
    }
    stream.push(message);
    described ||= message.meta !== undefined;
    ended ||= message.testRunFinished !== undefined;
  }
  return streams;
}

function opens({ source, gherkinDocument, parseError, testRunStarted }: Envelope): boolean {
  return (source ?? gherkinDocument ?? parseError ?? testRunStarted) !== undefined;
}
