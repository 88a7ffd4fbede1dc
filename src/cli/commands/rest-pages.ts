import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { now } from '../../execution/clock';
import { runFeatures } from '../../execution/run-features';
import { onPath } from '../../file-error';
import { FEATURES } from '../../package/folder';
import { readText } from '../../package/text-file';
import { type PlanFeature, planEnvironment } from '../../plan/compose';
import { composeRest, type RestStep } from '../../plan/compose-rest';
import { readPlanFile } from '../../plan/plan-file';
import { newFriendlyName } from '../../products/lync-server-2013/continuation/approaches';
import {
  commandsIn,
  listItemOf,
  PLAN_STAGES,
  REST_TEXTS,
  SELECTING_STAGES,
  WIZARD_BUTTON,
  waitingStage,
} from '../../products/lync-server-2013/continuation/plan-stages';
import type { RestOfChange } from '../../products/lync-server-2013/continuation/rest-of-change';
import { STAGE_TITLES } from '../../products/lync-server-2013/continuation/stage-titles';
import { waitingRequests } from '../../products/lync-server-2013/continuation/waiting-requests';
import { withFirstPool } from '../../world/deployment';
import { writeEnvironment } from '../../world/environment-file/write-environment';
import { fingerprintsOf } from '../fingerprints/fingerprints';
import type { CollectedPool } from '../input/collected-pool';
import { MESSAGES_FILE, messagesText } from '../input/message-file';
import { failuresIn } from '../output/failures';
import { keptText, type OutputFile, OutputFolder } from '../output/output-folder';
import { RUNBOOK_FOLDERS, type RunbookOptions, runbookFiles } from '../output/runbook-files';
import { featuresIn, planFiles } from '../plans/composed-plans';

/** The page of the rest of a change: the plan with only these steps, executed from the collected states. */

export interface RestPageOptions extends Pick<RunbookOptions, 'language'> {
  readonly out: string;
}

/** The pages that were written. */
export interface RestPages {
  /** the page of each pool, by its name */
  readonly pages: Readonly<Record<string, string>>;
  /** whether a step on a page failed */
  readonly failed: boolean;
  /** what else is in the folder, for the terminal */
  readonly kept: string;
}

/**
 * Executes the remaining steps of each pool as features, and writes their pages to the folder. Throws an InputError if
 * the folder cannot be written.
 */
export async function writeRestPages(
  collected: CollectedPool,
  rests: readonly RestOfChange[],
  { out, language }: RestPageOptions,
): Promise<RestPages> {
  const folders = [...RUNBOOK_FOLDERS, 'plans'];
  const output = new OutputFolder({ folder: out, files: [MESSAGES_FILE, 'runbook/index.html'], folders });
  try {
    const folder = output.temporary('features');
    const environment = written(folder, 'rehearsal.yaml', environmentText(collected, rests));
    const statesFile = written(folder, 'states.json', JSON.stringify(collected.states));
    const plans = rests.map((rest) => composed(collected, rest));
    const paths = plans.map(({ uri, text }) => written(folder, uri, text));
    const { envelopes } = await runFeatures(
      {
        ...{ paths, folder, statesFile, environmentFile: environment },
        ...{ tags: '', parallel: 0, freshKeys: false, keepPrivateKeys: undefined },
        startedAt: now(),
        grounds: fingerprintsOf(environment, false, { states: collected.states }),
      },
      () => undefined,
    );
    const files = filesOf(envelopes, plans, { language, environment, source: [], singleFile: false });
    const kept = keptText(out, await output.write(files));
    const pages = plans.map(({ pool }) => [pool, join(out, 'runbook', `plan-${pool}.html`)]);
    return { pages: Object.fromEntries(pages), failed: failuresIn(envelopes).length > 0, kept };
  } finally {
    output.close();
  }
}

function* filesOf(
  envelopes: readonly Envelope[],
  plans: readonly PlanFeature[],
  options: RunbookOptions,
): Generator<OutputFile> {
  yield [MESSAGES_FILE, messagesText(envelopes)];
  for (const { uri, text } of plans) yield [uri, text];
  yield* runbookFiles(envelopes, options);
}

/** The environment, with the friendly name that a new certificate gets. */
function environmentText({ environment, rehearsed }: CollectedPool, rests: readonly RestOfChange[]): string {
  const [rest] = rests.filter(({ found }) => found.approach.kind === 'new');
  if (!rest) return writeEnvironment(environment);
  const friendlyName = newFriendlyName(rehearsed.deployment, rest.pool);
  return writeEnvironment({ ...environment, certificate: { ...environment.certificate, friendlyName } });
}

function composed({ environment, rehearsed }: CollectedPool, { pool, found }: RestOfChange): PlanFeature {
  const [path = ''] = planFiles(resolve(FEATURES));
  const steps = (found.steps ?? []).map((step): RestStep => {
    const stages = PLAN_STAGES[step.stage] ?? [];
    if (stages.length > 0) return { machine: step.machine, stages };
    const own = { id: step.stage, title: STAGE_TITLES[step.stage] ?? step.stage, commands: commandsIn(step) };
    return { machine: step.machine, stages, own };
  });
  const start = withFirstPool(rehearsed.deployment, pool.fqdn) ?? rehearsed.deployment;
  const waiting = waitingRequests(start, pool).find(({ thumbprint }) => thumbprint === found.approach.thumbprint);
  const listItem = listItemOf(found, waiting?.friendlyName ?? newFriendlyName(start, pool));
  const [server = ''] = pool.servers;
  return composeRest(readPlanFile(readText(path), path), featuresIn(dirname(path)), planEnvironment(environment), {
    pool: pool.fqdn,
    ...(waiting ? { first: waitingStage(server) } : {}),
    steps,
    listItem: { stages: SELECTING_STAGES, text: listItem },
    button: WIZARD_BUTTON,
    ...REST_TEXTS,
  });
}

function written(folder: string, name: string, text: string): string {
  const file = join(folder, name);
  onPath(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  });
  return file;
}
