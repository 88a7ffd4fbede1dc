import type { Attachment, Envelope } from '@cucumber/messages';
import { mediaTypeOf } from '../../evidence/records';

/**
 * Tells where one of the streams begins that were put together, so that the ids of one are not taken for those of
 * another: a stream describes itself once, and after its run has ended the next one begins.
 */
export class StreamBoundaries {
  #described = false;
  #ended = true;

  /** Whether the next message is the first one of a stream. */
  isStart(message: Envelope): boolean {
    const first = message.meta ? this.#described || this.#ended : this.#ended && opens(message);
    this.#described = message.meta !== undefined || (this.#described && !first);
    this.#ended = message.testRunFinished !== undefined || (this.#ended && !first);
    return first;
  }
}

/** Parts messages into the streams that they came in. */
export function splitStreams(messages: Iterable<Envelope>): readonly (readonly Envelope[])[] {
  const beginnings = new StreamBoundaries();
  const streams: Envelope[][] = [];
  for (const message of messages) {
    if (beginnings.isStart(message)) streams.push([]);
    streams.at(-1)?.push(message);
  }
  return streams;
}

function opens({ source, gherkinDocument, parseError, testRunStarted }: Envelope): boolean {
  return (source ?? gherkinDocument ?? parseError ?? testRunStarted) !== undefined;
}

const ABOUT_RUNS: readonly string[] = [mediaTypeOf('run'), mediaTypeOf('finding-codes'), mediaTypeOf('texts')];

/** Whether an attachment says something of the whole run, whichever scenario it is attached to. */
export function isAboutRun({ mediaType }: Pick<Attachment, 'mediaType'>): boolean {
  return ABOUT_RUNS.includes(mediaType);
}
