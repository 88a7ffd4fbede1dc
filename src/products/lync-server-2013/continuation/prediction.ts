import type { FoundRest } from '../../../exploration/continuation/continuation';
import { type Console, consoleOn } from '../../../operator/console';
import { outcomeOn } from '../../../operator/outcome';
import type { Deployment } from '../../../world/deployment';
import { otherAssumptions } from '../../../world/environment-file/other-assumptions';
import type { Pool } from '../../../world/topology';
import { type NameOfCertificate, profilesOf, type ServerProfile } from './profile';

/** What the servers contain after each step of the rest of a change, and what they contain if an assumption is wrong. */
export interface RestPrediction {
  /** before the first step, and after each step */
  readonly expected: readonly (readonly ServerProfile[])[];
  readonly otherwise: readonly OtherPrediction[];
}

/** What differs if the real products behave in another way than is assumed. */
export interface OtherPrediction {
  readonly assumption: string;
  readonly value: string | number | boolean;
  /** the number of the step; 0: before the first one */
  readonly after: number;
  /** the servers whose profile differs */
  readonly profiles: readonly ServerProfile[];
}

/** The prediction for the steps that were found, on the deployment before the first one. */
export function predictionOf(
  start: Deployment,
  pool: Pool,
  { approach, steps }: FoundRest,
  nameOf: NameOfCertificate,
): RestPrediction {
  const done = steps ?? [];
  const profiles = ({ deployment }: Console) => profilesOf(deployment, pool, { servers: pool.servers, nameOf });
  const expected = [consoleOn(start), ...done.map(({ after }) => after)].map(profiles);
  const otherwise = done.length === 0 ? [] : otherAssumptions(start.product.environment, start.assumptions);
  return {
    expected,
    otherwise: otherwise.flatMap(({ name, value, assumptions }) => {
      const environment = { ...start.environment, assumptions };
      let console = approach.begin(consoleOn({ ...start, environment, assumptions }));
      return done.flatMap(({ stage: id, machine }, index): readonly OtherPrediction[] => {
        const stage = approach.stages.find((one) => one.id === id);
        const outcome = outcomeOn(console, (at) => stage?.perform(at, machine) ?? at);
        console = outcome.console;
        const usual = new Set((expected[index + 1] ?? []).map((one) => JSON.stringify(one)));
        const differing = profiles(console).filter((one) => !usual.has(JSON.stringify(one)));
        return differing.length > 0 ? [{ assumption: name, value, after: index + 1, profiles: differing }] : [];
      });
    }),
  };
}
