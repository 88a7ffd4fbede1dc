import { createHash } from 'node:crypto';
import type { Fingerprints } from '../../evidence/fingerprints';
import type { SlipGrounds, SlipTable } from '../../evidence/slip-records';
import { DEFAULT_ENVIRONMENT } from '../../package/folder';
import type { Recording } from '../../recording/model/recorded-run';
import { fingerprintsOf } from '../fingerprints/fingerprints';
import type { SlippedFeatures } from './checked-plans';

/** The programs and the environment of a table of slips, as the command line names them. */
export interface SlipSources {
  readonly environment?: string;
  readonly steps: readonly string[];
  readonly products: readonly string[];
}

/** The digests of what a table of slips of these features rests on. */
export function slipGrounds(
  features: SlippedFeatures,
  { environment = DEFAULT_ENVIRONMENT, steps, products }: SlipSources,
): SlipGrounds {
  const fingerprints = fingerprintsOf(environment, false, { own: [...steps, ...products], sentences: [] });
  return {
    ...programsIn(fingerprints),
    features: Object.fromEntries(features.map(([address, text]) => [address, sha256(text)])),
  };
}

/** Whether a table rests on exactly these inputs. */
export function restsOn({ grounds }: SlipTable, inputs: SlipGrounds): boolean {
  return differences(grounds, inputs).length === 0 && sameDigests(grounds.features, inputs.features);
}

/**
 * What a table rests on otherwise than the results of a recorded run, in words; none if both have the same programs,
 * environment and features. A run that another program recorded has nothing to compare.
 */
export function otherGrounds({ grounds }: SlipTable, { features, runs }: Recording): readonly string[] {
  const recorded = runs.flatMap((run) => (run.grounds ? [programsIn(run.grounds)] : []));
  const texts = new Map(
    features.flatMap(({ uri, scenarios }) =>
      scenarios.flatMap(({ provenance }) => (provenance ? [[uri, provenance.text]] : [])),
    ),
  );
  const changed = Object.entries(grounds.features).flatMap(([uri, digest]) => {
    const text = texts.get(uri);
    return text === undefined || sha256(text) === digest ? [] : [uri];
  });
  return [...new Set([...recorded.flatMap((one) => differences(grounds, one)), ...changed])];
}

type Programs = Omit<SlipGrounds, 'features'>;

function programsIn({ steps, simulation, environment, own }: Fingerprints): Programs {
  return { steps, simulation, environment, own: own?.files ?? {} };
}

function differences(one: Programs, other: Programs): readonly string[] {
  return [
    ...(one.simulation === other.simulation ? [] : ['the simulation']),
    ...(one.steps === other.steps ? [] : ['the step definitions']),
    ...(sameDigests(one.own, other.own) ? [] : ['the programs of the project']),
    ...(one.environment === other.environment ? [] : ['the environment file']),
  ];
}

function sameDigests(one: SlipGrounds['features'], other: SlipGrounds['features']): boolean {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.every((name) => one[name] === other[name]);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
