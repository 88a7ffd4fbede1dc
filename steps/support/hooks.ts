import { Before, setDefinitionFunctionWrapper } from '@cucumber/cucumber';
import { evidenceOfStep } from '../../src/evidence/evidence-of-step';
import { type EvidenceRecord, mediaTypeOf } from '../../src/evidence/records';
import { waiverOf } from '../../src/gherkin/waivers';
import { namedValues, shown, shownIn } from '../../src/operator/named-values';
import { version } from '../../src/package/folder';
import { assumptionsWith } from '../../src/world/environment-assumptions';
import { namedEnvironment } from '../../src/world/environment-names';
import { FACT_TEXTS } from './fact-texts';
import { keepPrivateKeys } from './private-keys';
import { environmentFile } from './starting-point';
import { machinesOf } from './step-machines';
import type { RehearsalWorld } from './world';

let runAttached = false;

Before(function (this: RehearsalWorld, { pickle, gherkinDocument }) {
  this.begin(
    pickle.steps.map(({ text, argument, type }) => ({
      name: JSON.stringify([text, argument ?? null]),
      type: `${type}`,
    })),
    pickle.tags.some(({ name }) => name === '@procedure'),
  );
  attachRun(this);
  const waiver = waiverOf(gherkinDocument, pickle.tags, this.parameters.today ?? '');
  if (!waiver) return undefined;
  attach(this, { kind: 'waived', ...waiver });
  return 'skipped';
});

/** What is said of the whole run stands in its first scenario. */
function attachRun(world: RehearsalWorld): void {
  if (runAttached) return;
  runAttached = true;
  attach(world, runRecord(world));
  attach(world, { kind: 'texts', texts: FACT_TEXTS });
  attach(world, {
    kind: 'finding-codes',
    codes: Object.entries(world.deployment.product.findings.pages).map(([code, page]) => ({ code, ...page })),
  });
}

/** Every step leaves its evidence, failed or not, and the last one answers for a refusal that nobody looked at. */
setDefinitionFunctionWrapper((code: (...args: unknown[]) => unknown) => {
  return function (this: RehearsalWorld, ...args: unknown[]): unknown {
    if (!this.begun) return code.apply(this, args);
    let carriedOut = false;
    try {
      const answer = code.apply(this, args);
      if (this.isLastStep && answer === undefined) this.answerFirst();
      carriedOut = answer === undefined;
      return answer;
    } finally {
      endStep(this, carriedOut);
    }
  };
});

function endStep(world: RehearsalWorld, carriedOut: boolean): void {
  const values = new Map([...world.used, ...(carriedOut ? [] : valuesToCome(world))]);
  if (values.size > 0) attach(world, { kind: 'values', values: Object.fromEntries(values) });
  const machines = machinesOf(world);
  if (world.isWalk) attach(world, { kind: 'machines', on: machines });
  if (world.isWalk || world.stepType !== 'Context') attachEvidence(world);
  const { keepPrivateKeys: folder } = world.parameters;
  if (folder) keepPrivateKeys(world.stepBegan, world.deployment, folder);
  if (world.judgedNow) attach(world, { kind: 'findings', findings: world.judged });
  if (world.notApplicable) attach(world, { kind: 'not-applicable', reason: world.notApplicable });
  world.endStep();
}

/** What the steps name in braces of which this one is the last that anything is known of. */
function valuesToCome(world: RehearsalWorld): ReturnType<typeof shownIn> {
  return shownIn(JSON.stringify(world.steps), namedValues(world.deployment, world.pool));
}

/**
 * What the step left behind. Of a rule, only the window in which something was refused; and nothing of its Given steps,
 * which say how things are before and repeat what the walks show.
 */
function attachEvidence(world: RehearsalWorld): void {
  const refusal = world.looked ? null : world.refused;
  const shots = world.isWalk
    ? world.console.shots
    : world.console.shots.slice(refusal ? -1 : world.console.shots.length);
  const seen = { ...world.console, shots, typed: [...world.console.typed, ...world.asked] };
  for (const record of evidenceOfStep(world.stepBegan, seen, refusal)) attach(world, record);
}

function attach(world: RehearsalWorld, record: EvidenceRecord): void {
  world.attach(JSON.stringify(record), mediaTypeOf(record.kind));
}

function runRecord(world: RehearsalWorld): EvidenceRecord {
  const { environment, assumptions, product } = world.deployment;
  const { grounds } = world.parameters;
  return {
    kind: 'run',
    startedAt: world.parameters.startedAt ?? environment.clock,
    environment: environment.name,
    environmentFile: environmentFile(world.parameters).replace(/^.*[\\/]/, ''),
    versions: { 'certificate-rehearsal': version() },
    topology: {
      internalServer: environment.internalServer.fqdn,
      pools: world.deployment.pools.map(({ fqdn, servers }) => ({ fqdn, servers })),
    },
    ...(grounds ? { grounds } : {}),
    values: shown(namedValues(world.deployment)),
    described: namedEnvironment(environment, product),
    assumptions: Object.entries(assumptionsWith(product.environment)).map(([name, { about }]) => ({
      name,
      about,
      value: String(new Map(Object.entries(assumptions)).get(name)),
    })),
  };
}
