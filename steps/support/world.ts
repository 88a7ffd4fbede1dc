import { setWorldConstructor, World } from '@cucumber/cucumber';
import type { Fact } from '../../src/fact';
import type { Finding } from '../../src/judge/finding';
import { memo } from '../../src/memo';
import { type Console, consoleOn, logOn, type TypedCommand, withoutRecords } from '../../src/operator/console';
import { administratorOf } from '../../src/operator/logons';
import { namedValues, shownIn, withValues } from '../../src/operator/named-values';
import { type Outcome, outcomeOn } from '../../src/operator/outcome';
import type { Refusal } from '../../src/refusal';
import type { Logon } from '../../src/windows/program';
import { type Deployment, firstPool, issuingAuthority } from '../../src/world/deployment';
import type { Environment } from '../../src/world/environment';
import { sameState } from '../../src/world/same-state';
import type { Pool } from '../../src/world/topology';
import { FeatureError } from './feature-error';
import type { PlannedStep } from './planned-step';
import { reason } from './reasons';
import { deploymentOf, environmentOf, isFromStates, type RunParameters } from './starting-point';

/** The console of one scenario, the deployment before the last operation, and a refusal that no step has checked. */
export class RehearsalWorld extends World<RunParameters> {
  console: Console = startingConsole(deploymentOf(environmentOf(this.parameters), this.parameters));
  before: Deployment = this.console.deployment;
  /** the deployment at the beginning of the current step */
  stepBegan: Deployment = this.console.deployment;
  refused: Refusal | null = null;
  looked = true;
  /** the output of the last command; null if none was typed */
  printed: string | null = null;
  /** the reason why the environment does not allow the scenario or the step; reported with the step */
  notApplicable: Fact | null = null;
  /** the judge's findings, if the step requested them; null otherwise */
  findings: readonly Finding[] | null = null;
  judgedNow = false;
  /** commands that the step typed only to observe, on a separate console */
  asked: TypedCommand[] = [];
  /** the remaining steps, the current one first */
  steps: readonly PlannedStep[] = [];
  begun = false;
  /** whether the scenario is a documented procedure, step by step */
  isWalk = false;
  /** the number of operations in the current step */
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

  /** Replaces the scenario's environment by a changed one, at its beginning. A run from states skips the scenario. */
  startWith(change: (environment: Environment) => Environment): 'skipped' | undefined {
    if (isFromStates(this.parameters)) return this.requires(false, reason('not-applicable.other-servers'));
    this.console = startingConsole(deploymentOf(change(this.deployment.environment), this.parameters));
    this.stepBegan = this.deployment;
    return undefined;
  }

  /** Begins the scenario. The names of its steps distinguish operations. */
  begin(steps: readonly PlannedStep[], isWalk: boolean): void {
    this.steps = steps;
    this.isWalk = isWalk;
    this.begun = true;
  }

  /** The type of the current step in Gherkin's messages: Context, Action, Outcome. */
  get stepType(): string {
    return this.steps[0]?.type ?? 'Unknown';
  }

  get isLastStep(): boolean {
    return this.steps.length === 1;
  }

  /** Ends the step: the next records and comparisons begin here. */
  endStep(): void {
    this.judgedNow = false;
    this.notApplicable = null;
    this.used.clear();
    this.asked = [];
    this.steps = this.steps.slice(1);
    this.operations = 0;
    this.printed = this.console.typed.at(-1)?.output ?? this.printed;
    this.console = looking(this.console, '', () => withoutRecords(this.console));
    this.stepBegan = this.deployment;
  }

  /** Performs an operation that must succeed: a Refusal fails the step. */
  act(operation: (console: Console) => Console): void {
    this.answerFirst();
    this.before = this.deployment;
    const { console, refused } = this.outcomeOf(operation);
    this.console = console;
    if (refused) throw refused;
  }

  /** Performs an operation that may be refused; the next step checks the Refusal. */
  attempt(operation: (console: Console) => Console): void {
    this.answerFirst();
    this.before = this.deployment;
    const { console, refused } = this.outcomeOf(operation);
    this.console = console;
    if (refused) [this.refused, this.looked] = [refused, false];
  }

  /** Sets a fact of the simulated world that was true before the scenario began. */
  suppose(change: (deployment: Deployment) => Deployment): void {
    this.act((console) => ({ ...console, deployment: change(console.deployment) }));
    this.before = this.deployment;
  }

  /** Skips the rest of the scenario unless the environment allows it. */
  requires(met: boolean, reason: Fact): 'skipped' | undefined {
    if (met) return undefined;
    this.notApplicable = reason;
    return 'skipped';
  }

  /** Skips the rest of the scenario if the issuing authority has no templates. */
  requiresTemplates(): 'skipped' | undefined {
    const uses = issuingAuthority(this.deployment).kind === 'enterprise';
    return this.requires(uses, reason('not-applicable.no-templates'));
  }

  /** The Refusal of the last operation; fails if there was none. */
  refusal(): Refusal {
    if (!this.refused) throw new Error('nothing was refused');
    this.looked = true;
    return this.refused;
  }

  /** Runs the judge and records its findings as evidence of the step. */
  judge(look: (deployment: Deployment) => readonly Finding[]): void {
    this.answerFirst();
    this.before = this.deployment;
    this.findings = judging(this.console, this.steps[0]?.name ?? '', () => look(this.deployment));
    this.judgedNow = true;
  }

  /** The judge's findings; fails if no step ran the judge. */
  get judged(): readonly Finding[] {
    if (!this.findings) throw new Error('the judge has not been asked');
    return this.findings;
  }

  /** Replaces the environment's values in a text of the feature: `{chain file}`. */
  text(template: string): string {
    const values = namedValues(this.deployment, this.pool);
    for (const [name, value] of shownIn(template, values)) this.used.set(name, value);
    try {
      return withValues(template, values);
    } catch (error) {
      throw new FeatureError(error instanceof Error ? error.message : String(error));
    }
  }

  /** The logon of a server's administrator: that of the domain inside, that of the pool on its servers. */
  logonAt(on: string): Logon {
    return administratorOf(this.deployment, on);
  }

  /** An operation by the administrator of a server, logged on to it. */
  at(on: string, operation: (console: Console) => Console): (console: Console) => Console {
    return (console) => operation(logOn(console, this.logonAt(on)));
  }

  /** Whether the last operation left everything relevant unchanged: machines, media, authorities, assignments. */
  nothingChanged(): boolean {
    return sameState(this.before, this.deployment);
  }

  private outcomeOf(operation: (console: Console) => Console): Outcome {
    const name = `${this.operations} ${this.steps[0]?.name ?? ''}`;
    this.operations += 1;
    return acting(this.console, name, () => outcomeOn(this.console, operation));
  }

  /** Throws the Refusal of an earlier operation that no step has checked. */
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
