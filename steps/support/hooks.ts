import { Before, BeforeAll, setDefinitionFunctionWrapper } from '@cucumber/cucumber';
import { AssertionError } from 'chai';
import { actionsOfStep } from '../../src/evidence/actions-of-step';
import { evidenceOfStep } from '../../src/evidence/evidence-of-step';
import { findingCodesRecord } from '../../src/evidence/finding-codes-record';
import { type EvidenceRecord, mediaTypeOf } from '../../src/evidence/records';
import type { Fact } from '../../src/fact';
import { waiverOf } from '../../src/gherkin/waivers';
import { namedValues, shown, shownIn } from '../../src/operator/named-values';
import { version } from '../../src/package/folder';
import { Refusal } from '../../src/refusal';
import { assumptionsWith } from '../../src/world/environment-file/environment-assumptions';
import { namedEnvironment } from '../../src/world/environment-file/environment-names';
import { keepPrivateKeys } from './private-keys';
import { recordedJson, recordedTexts } from './product-texts';
import { reason } from './reasons';
import { environmentFile, isFromStates } from './starting-point';
import { machinesOf } from './step-machines';
import { explained } from './unmet-expectation';
import type { RehearsalWorld } from './world';

let runAttached = false;

/** The scenarios about failures: their actions are compared with those of the procedures. */
const failures = new WeakSet<RehearsalWorld>();

/** A process may execute several runs. */
BeforeAll(() => {
  runAttached = false;
});

Before(function (this: RehearsalWorld, { pickle, gherkinDocument }) {
  this.begin(
    pickle.steps.map(({ text, argument, type }) => ({
      name: JSON.stringify([text, argument ?? null]),
      type: `${type}`,
    })),
    pickle.tags.some(({ name }) => name === '@procedure' || name === '@plan'),
  );
  if (pickle.tags.some(({ name }) => name === '@failure')) failures.add(this);
  attachRun(this);
  const waiver = waiverOf(gherkinDocument, pickle.tags, this.parameters.today ?? '');
  if (!waiver) return undefined;
  attach(this, { kind: 'waived', ...waiver });
  return 'skipped';
});

/** The first scenario carries the records about the whole run. */
function attachRun(world: RehearsalWorld): void {
  if (runAttached) return;
  runAttached = true;
  attach(world, runRecord(world));
  attach(world, { kind: 'texts', texts: recordedTexts(world.deployment.product) });
  attach(world, findingCodesRecord(world.deployment.product.findings.pages));
}

/** Every step records its evidence, even if it fails. The last step fails if no step checked a refusal. */
setDefinitionFunctionWrapper((code: (...args: unknown[]) => unknown) => {
  return function (this: RehearsalWorld, ...args: unknown[]): unknown {
    if (!this.begun) return code.apply(this, args);
    let answer: unknown;
    try {
      answer = code.apply(this, args);
    } catch (error) {
      return concluded(this, () => rethrown(error));
    }
    if (!(answer instanceof Promise)) return concluded(this, () => answer);
    return answer.then(
      (value: unknown) => concluded(this, () => value),
      (error: unknown) => concluded(this, () => rethrown(error)),
    );
  };
});

function rethrown(error: unknown): never {
  throw error;
}

/** Ends a step with the answer of its definition, or with the error that it threw. */
function concluded(world: RehearsalWorld, answered: () => unknown): unknown {
  let carriedOut = false;
  try {
    const answer = answered();
    const isComplete = answer !== 'skipped' && answer !== 'pending';
    if ((world.isLastStep || isPrecondition(world)) && isComplete) world.answerFirst();
    carriedOut = isComplete;
    return answer;
  } catch (error) {
    if (isPrecondition(world)) return world.requires(false, unmetPrecondition(error));
    throw explained(error);
  } finally {
    endStep(world, carriedOut);
  }
}

/** From the states of real servers, a step that describes the start of a scenario may be impossible. */
function isPrecondition({ parameters, stepType }: RehearsalWorld): boolean {
  return isFromStates(parameters) && stepType === 'Context';
}

/** Why the scenario does not apply. Throws errors that are none of the simulated servers. */
function unmetPrecondition(error: unknown): Fact {
  if (error instanceof Refusal) return reason('not-applicable.precondition', { problem: error.detail });
  if (error instanceof AssertionError) return reason('not-applicable.precondition', { problem: error.message });
  throw error;
}

function endStep(world: RehearsalWorld, carriedOut: boolean): void {
  const values = new Map([...world.used, ...(carriedOut ? [] : valuesToCome(world))]);
  if (values.size > 0) attach(world, { kind: 'values', values: Object.fromEntries(values) });
  const machines = machinesOf(world);
  if (world.isWalk) attach(world, { kind: 'machines', on: machines });
  for (const record of actionsIn(world)) attach(world, record);
  if (world.isWalk || world.stepType !== 'Context') attachEvidence(world);
  const { keepPrivateKeys: folder } = world.parameters;
  if (folder) keepPrivateKeys(world.stepBegan, world.deployment, folder);
  if (world.judgedNow) attach(world, { kind: 'findings', findings: world.judged });
  if (world.notApplicable) attach(world, { kind: 'not-applicable', reason: world.notApplicable });
  world.endStep();
}

/** The record of the actions, also where a check only asked, so that its commands do not count as actions. */
function actionsIn(world: RehearsalWorld): readonly EvidenceRecord[] {
  if (!world.isWalk && !(failures.has(world) && world.stepType === 'Action')) return [];
  const records = actionsOfStep(world.console);
  return records.length === 0 && world.asked.length > 0 ? [{ kind: 'actions', actions: [] }] : records;
}

/** The values in braces that only this step and earlier ones determine. */
function valuesToCome(world: RehearsalWorld): ReturnType<typeof shownIn> {
  return shownIn(JSON.stringify(world.steps), namedValues(world.deployment, world.pool));
}

/**
 * Records the evidence of a step. In a rule, only a window with a refusal is recorded. Its Given steps record nothing,
 * because they set the initial state and repeat parts of the procedures.
 */
function attachEvidence(world: RehearsalWorld): void {
  const refusal = world.looked ? null : world.refused;
  const { shots: all } = world.console;
  const shots = world.isWalk ? all : refusal && all && { ...all, before: null };
  const seen = { ...world.console, shots, typed: [...world.console.typed, ...world.asked] };
  const records = evidenceOfStep(world.stepBegan, seen, refusal, world.parameters.pageSources);
  for (const record of records) attach(world, record);
}

function attach(world: RehearsalWorld, record: EvidenceRecord): void {
  world.attach(recordedJson(record, world.deployment.product), mediaTypeOf(record.kind));
}

function runRecord(world: RehearsalWorld): EvidenceRecord {
  const { environment, assumptions, product } = world.deployment;
  const { grounds, otherProcedures } = world.parameters;
  return {
    kind: 'run',
    startedAt: world.parameters.startedAt ?? environment.clock,
    environment: environment.name,
    environmentFile: environmentFile(world.parameters).replace(/^.*[\\/]/, ''),
    versions: { 'certificate-rehearsal': version() },
    topology: {
      internalServer: environment.internalServer.fqdn,
      authorities: environment.pki.authorities.map(({ name, host = '' }) => {
        return { name, host, isPublic: environment.pki.kind === 'public' };
      }),
      pools: world.deployment.pools.map(({ fqdn, servers }) => ({ fqdn, servers })),
    },
    ...(grounds ? { grounds } : {}),
    ...(otherProcedures ? { otherProcedures } : {}),
    values: shown(namedValues(world.deployment)),
    described: namedEnvironment(environment, product),
    assumptions: Object.entries(assumptionsWith(product.environment)).map(([name, { about }]) => ({
      name,
      about,
      value: String(new Map(Object.entries(assumptions)).get(name)),
    })),
  };
}
