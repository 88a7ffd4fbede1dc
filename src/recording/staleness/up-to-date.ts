import type { Envelope } from '@cucumber/messages';
import type { RecordedFeature } from '../model/recorded-run';
import { recordingOf } from '../recording';
import { type CurrentInputs, markStale } from './staleness';

/**
 * The addresses of the features whose scenarios all have a result with unchanged inputs. A result without recorded
 * inputs does not count.
 */
export function upToDateFeatures(messages: readonly Envelope[], present: CurrentInputs): ReadonlySet<string> {
  const { features, errors: runErrors } = markStale(present, recordingOf(messages));
  if (runErrors.length > 0) return new Set();
  return new Set(features.filter(isUpToDate).map(({ uri }) => uri));
}

function isUpToDate({ scenarios }: RecordedFeature): boolean {
  return scenarios.every(
    ({ status, provenance, moved }) =>
      status !== 'not run' && provenance?.run.grounds !== undefined && moved.length === 0,
  );
}
