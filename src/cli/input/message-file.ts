import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { getDotPath, safeParse } from 'valibot';
import { InputError } from '../../input-error';
import { existing } from './existing-path';
import { linesOf } from './lines';
import { MESSAGES } from './message-shapes';

/** The name of the message file in the output folder. */
export const MESSAGES_FILE = 'messages.ndjson';

/** The content of a file with these messages: one JSON object a line. */
export function messagesText(envelopes: readonly Envelope[]): string {
  return envelopes.map((envelope) => `${JSON.stringify(envelope)}\n`).join('');
}

/** All messages of a file, or of the output folder of a run. Throws like `messagesIn`. */
export function readMessages(path: string): readonly Envelope[] {
  return [...messagesIn(path)];
}

/**
 * Reads the messages of an NDJSON file, or of the output folder of a run, one by one. Throws an InputError that names
 * the line that is no message, refers to an unknown id, or ends before its run.
 */
export function* messagesIn(path: string): Generator<Envelope> {
  const none = (file: string): string => `there is no file ${file}; give the ${MESSAGES_FILE} of a run`;
  const file = existing(path, none(path)).isDirectory() ? join(path, MESSAGES_FILE) : path;
  existing(file, none(file));
  const follow = new Follower();
  let number = 0;
  let any = false;
  for (const line of linesOf(file)) {
    number += 1;
    if (line.trim() === '') continue;
    const where = `${file}:${number}`;
    const envelope = messageIn(line, where);
    follow.message(envelope, where);
    any ||= (envelope.gherkinDocument ?? envelope.testRunStarted ?? envelope.parseError) !== undefined;
    yield envelope;
  }
  follow.end(`${file}:${number}`);
  if (!any) throw new InputError(`${file} holds no Cucumber messages; give the ${MESSAGES_FILE} of a run`);
}

function messageIn(line: string, where: string): Envelope {
  const found = jsonIn(line);
  if (isEnvelope(found)) return found;
  throw new InputError(`${where}: ${messageError(found)}`);
}

function isEnvelope(found: unknown): found is Envelope {
  return messageError(found) === undefined;
}

function messageError(found: unknown): string | undefined {
  const [message, ...others] = typeof found === 'object' && found !== null ? Object.entries(found) : [];
  if (message === undefined || others.length > 0 || Array.isArray(found))
    return `this line is not a Cucumber message (one JSON object a line); ${AGAIN}`;
  const [name, content] = message;
  const shape = Object.hasOwn(MESSAGES, name) ? MESSAGES[name] : undefined;
  if (!shape) return `there is no message "${name}"; have ${Object.keys(MESSAGES).join(', ')}`;
  const [issue] = safeParse(shape, content, { abortEarly: true }).issues ?? [];
  return issue && `${[name, getDotPath(issue) ?? []].flat().join('.')}: ${issue.message}; ${AGAIN}`;
}

const AGAIN = 'record the run again';

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Checks the references between messages and the end of each run. */
class Follower {
  readonly #pickles = new Set<string>();
  readonly #testCases = new Set<string>();
  readonly #attempts = new Set<string>();
  #running = false;

  message(message: Envelope, where: string): void {
    const { pickle, testCase, testCaseStarted, testStepFinished, testRunStarted, testRunFinished } = message;
    if (pickle) this.#pickles.add(pickle.id);
    if (testCase) {
      requireKnown('testCase.pickleId', testCase.pickleId, this.#pickles, where);
      this.#testCases.add(testCase.id);
    }
    if (testCaseStarted) {
      requireKnown('testCaseStarted.testCaseId', testCaseStarted.testCaseId, this.#testCases, where);
      this.#attempts.add(testCaseStarted.id);
    }
    if (testStepFinished)
      requireKnown('testStepFinished.testCaseStartedId', testStepFinished.testCaseStartedId, this.#attempts, where);
    if (testRunStarted) {
      this.end(where);
      this.#running = true;
    }
    if (testRunFinished) this.#running = false;
  }

  /** The stream ends, or another run begins. */
  end(where: string): void {
    if (this.#running)
      throw new InputError(`${where}: the stream ends before its run (there is no testRunFinished); ${AGAIN}`);
  }
}

function requireKnown(what: string, id: string, known: ReadonlySet<string>, where: string): void {
  if (!known.has(id)) throw new InputError(`${where}: ${what} is "${id}", and nothing before has that id; ${AGAIN}`);
}
