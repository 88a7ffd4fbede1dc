import type { Envelope } from '@cucumber/messages';
import { InputError } from '../../input-error';
import { recordingOf } from '../../recording/recording';
import { scenariosOf } from '../../runbook/outline/totals';
import { MESSAGES_FILE, readMessages } from './message-file';

/**
 * The messages of a run, for a command whose result would mean nothing without a scenario. Throws an InputError if the
 * run selected no scenario, and like `readMessages`. A run that stopped with errors is accepted, because it reports them.
 */
export function readExecuted(path: string): readonly Envelope[] {
  const messages = readMessages(path);
  const recording = recordingOf(messages);
  if (recording.errors.length > 0 || scenariosOf(recording).some(({ selected }) => selected)) return messages;
  throw new InputError(`${path}: the run executed no scenario; give the ${MESSAGES_FILE} of a run that did`);
}
