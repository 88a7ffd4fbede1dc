import type { Attachment, Envelope } from '@cucumber/messages';
import { mediaTypeOf } from '../../evidence/records';

/**
 * Detects where each of several concatenated streams begins, so that their ids are not mixed. A stream has one meta
 * message, and another stream begins after its run has finished.
 */
export class StreamBoundaries {
  #described = false;
  #ended = true;

  /** Whether the message is the first one of a stream. */
  isStart(message: Envelope): boolean {
    const first = message.meta ? this.#described || this.#ended : this.#ended && opens(message);
    this.#described = message.meta !== undefined || (this.#described && !first);
    this.#ended = message.testRunFinished !== undefined || (this.#ended && !first);
    return first;
  }
}

/** Splits messages into their streams. */
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

/** Whether an attachment is about the whole run, whatever scenario it is attached to. */
export function isAboutRun({ mediaType }: Pick<Attachment, 'mediaType'>): boolean {
  return ABOUT_RUNS.includes(mediaType);
}
