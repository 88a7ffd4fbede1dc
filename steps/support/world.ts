import { setWorldConstructor, World } from '@cucumber/cucumber';
import type { Fact } from '../../src/fact';
import type { Finding } from '../../src/judge/finding';
import { memo } from '../../src/memo';
import { type Console, consoleOn, logOn, looked, type TypedCommand } from '../../src/operator/console';
import { administratorOf } from '../../src/operator/logons';
import { namedValues, shownIn, withValues } from '../../src/operator/named-values';
import { type Outcome, outcomeOn } from '../../src/operator/outcome';
import type { Refusal } from '../../src/refusal';
import type { Logon } from '../../src/windows/program';
import { type Deployment, firstPool, issuingAuthority } from '../../src/world/deployment';
import type { Environment } from '../../src/world/environment';
import { sameSubstance } from '../../src/world/substance';
import type { Pool } from '../../src/world/topology';
import { FeatureError } from './feature-error';
import { reason } from './reasons';
import { deploymentOf, environmentOf, type RunParameters } from './starting-point';

/** A step of the scenario: what tells it from others, and what it is for. */
export interface PlannedStep {
  readonly name: string;
  readonly type: string;
}

/** One scenario's console, the deployment before the last operation, and what was refused and not yet looked at. */
export class RehearsalWorld extends World<RunParameters> {
  console: Console = startingConsole(deploymentOf(environmentOf(this.parameters), this.parameters));
  before: Deployment = this.console.deployment;
  /** what the present step is compared with */
  stepBegan: Deployment = this.console.deployment;
  refused: Refusal | null = null;
  looked = true;
  /** why the environment does not carry the scenario, or the step, through; reported with the step */
  notApplicable: Fact | null = null;
  /** what the judge found when the step asked; null: it was not asked */
  findings: readonly Finding[] | null = null;
  judgedNow = false;
  /** what the step has only asked, on no console of its own */
  asked: TypedCommand[] = [];
  /** the steps that are still to come, the present one first */
  steps: readonly PlannedStep[] = [];
  begun = false;
  /** whether the scenario is a documented procedure, step by step */
  isWalk = false;
  /** how many operations the present step has done */
  operations = 0;
  /** the values in braces that the step has used; passwords as bullets */
  used = new Map<string, string>();

  get deployment(): Deployment {
    return this.console.deployment;
  }

  /** The pool that sentences call "the pool". */
  get pool(): Pool {
    return firstPool(this.deployment);
  }

  /** The scenario's environment replaced by a changed one; for the beginning of a scenario. */
  startWith(change: (environment: Environment) => Environment): void {
    this.console = startingConsole(deploymentOf(change(this.deployment.environment), this.parameters));
    this.stepBegan = this.deployment;
  }

  /** The scenario begins; what its steps are called tells one operation from another. */
  begin(steps: readonly PlannedStep[], isWalk: boolean): void {
    this.steps = steps;
    this.isWalk = isWalk;
    this.begun = true;
  }

  /** What the present step is for, in the words of Gherkin's messages: Context, Action, Outcome. */
  get stepType(): string {
    return this.steps[0]?.type ?? 'Unknown';
  }

  get isLastStep(): boolean {
    return this.steps.length === 1;
  }

  /** The step is over: the next look, and the next comparison, begin here. */
  endStep(): void {
    this.judgedNow = false;
    this.notApplicable = null;
    this.used.clear();
    this.asked = [];
    this.steps = this.steps.slice(1);
    this.operations = 0;
    this.console = looking(this.console, '', () => looked(this.console));
    this.stepBegan = this.deployment;
  }

  /** A operation that has to succeed: a Refusal fails the step. */
  act(operation: (console: Console) => Console): void {
    this.answerFirst();
    this.before = this.deployment;
    const { console, refused } = this.outcomeOf(operation);
    this.console = console;
    if (refused) throw refused;
  }

  /** A operation that may be refused; the next step looks at the Refusal. */
  attempt(operation: (console: Console) => Console): void {
    this.answerFirst();
    this.before = this.deployment;
    const { console, refused } = this.outcomeOf(operation);
    this.console = console;
    if (!refused) return;
    this.refused = refused;
    this.looked = false;
  }

  /** A fact of the simulated world that was so before the scenario began. */
  suppose(change: (deployment: Deployment) => Deployment): void {
    this.act((console) => ({ ...console, deployment: change(console.deployment) }));
    this.before = this.deployment;
  }

  /** Skips the rest of the scenario unless the environment can carry it through. */
  requires(met: boolean, reason: Fact): 'skipped' | undefined {
    if (met) return undefined;
    this.notApplicable = reason;
    return 'skipped';
  }

  /** Skips the rest of the scenario where the issuing authority works without templates. */
  requiresTemplates(): 'skipped' | undefined {
    const uses = issuingAuthority(this.deployment).kind === 'enterprise';
    return this.requires(uses, reason('not-applicable.no-templates'));
  }

  /** The Refusal of the last operation; fails when there was none. */
  refusal(): Refusal {
    if (!this.refused) throw new Error('nothing was refused');
    this.looked = true;
    return this.refused;
  }

  /** Has the judge look; the step's evidence holds what he finds. */
  judge(look: (deployment: Deployment) => readonly Finding[]): void {
    this.answerFirst();
    this.before = this.deployment;
    this.findings = judging(this.console, this.steps[0]?.name ?? '', () => look(this.deployment));
    this.judgedNow = true;
  }

  /** What the judge found; fails when he was not asked. */
  get judged(): readonly Finding[] {
    if (!this.findings) throw new Error('the judge has not been asked');
    return this.findings;
  }

  /** The environment's values in a text of the feature: `{chain file}`. */
  text(template: string): string {
    const values = namedValues(this.deployment, this.pool);
    for (const [name, value] of shownIn(template, values)) this.used.set(name, value);
    try {
      return withValues(template, values);
    } catch (error) {
      throw new FeatureError(error instanceof Error ? error.message : String(error));
    }
  }

  /** The administrator's logon at a server: the Lync administrator inside, the Edge administrator on an Edge Server. */
  logonAt(on: string): Logon {
    return administratorOf(this.deployment, on);
  }

  /** A operation of the administrator of a server, logged on there. */
  at(on: string, operation: (console: Console) => Console): (console: Console) => Console {
    return (console) => operation(logOn(console, this.logonAt(on)));
  }

  /** Whether the last operation left everything that matters as it was: machines, media, authorities, assignments. */
  nothingChanged(): boolean {
    return sameSubstance(this.before, this.deployment);
  }

  private outcomeOf(operation: (console: Console) => Console): Outcome {
    const name = `${this.operations} ${this.steps[0]?.name ?? ''}`;
    this.operations += 1;
    return acting(this.console, name, () => outcomeOn(this.console, operation));
  }

  /** Throws the Refusal of an earlier operation that nobody has looked at. */
  answerFirst(): void {
    if (!this.looked && this.refused) throw this.refused;
  }
}

const starting = memo<Console>();
const looking = memo<Console>();
const acting = memo<Outcome>();
const judging = memo<readonly Finding[]>();

function startingConsole(deployment: Deployment): Console {
  return starting(deployment, '', () => consoleOn(deployment));
}

setWorldConstructor(RehearsalWorld);
