import type { Envelope } from '@cucumber/messages';
import type { RecordedFeature } from '../model/recorded-run';
import { recordingOf } from '../recording';
import { comparedWith, type Present } from './staleness';

/**
 * The addresses of the features of which every scenario has a result that rests on what there is now. A result of which
 * it is not known what it rests on does not count.
 */
export function upToDate(messages: readonly Envelope[], present: Present): ReadonlySet<string> {
  const { features, breakages } = comparedWith(present, recordingOf(messages));
  if (breakages.length > 0) return new Set();
  return new Set(features.filter(isUpToDate).map(({ uri }) => uri));
}

function isUpToDate({ scenarios }: RecordedFeature): boolean {
  return scenarios.every(
    ({ status, origin, moved }) => status !== 'not run' && origin?.run.grounds !== undefined && moved.length === 0,
  );
}
