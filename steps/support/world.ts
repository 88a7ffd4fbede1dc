import { isDeepStrictEqual } from 'node:util';
import { setWorldConstructor, World } from '@cucumber/cucumber';
import { accountFor, type Deployment, firstPool, issuingAuthority } from '../../src/deployment/deployment';
import type { Environment } from '../../src/deployment/environment';
import type { EdgePool } from '../../src/edge/topology';
import { type Console, consoleOn, logOn, seatOf } from '../../src/operator/console';
import { interruptedAt } from '../../src/operator/moves';
import { namedValues, namesIn, withValues } from '../../src/operator/named-values';
import { Refusal } from '../../src/refusal';
import { readFile } from '../../src/windows/file-system';
import type { Seat } from '../../src/windows/program';
import { FeatureError } from './feature-error';
import { deploymentOf, environmentOf, type RunParameters } from './starting-point';

/** One scenario's console, the deployment before the last deed, and what was refused and not yet looked at. */
export class RehearsalWorld extends World<RunParameters> {
  console: Console = consoleOn(deploymentOf(environmentOf(this.parameters), this.parameters));
  before: Deployment = this.console.deployment;
  /** what the present step is compared with */
  stepBegan: Deployment = this.console.deployment;
  refused: Refusal | null = null;
  looked = true;
  /** why the environment does not carry the scenario, or the step, through; reported with the step */
  notApplicable: string | null = null;
  /** the values in braces that the step has used; passwords as bullets */
  used = new Map<string, string>();

  get deployment(): Deployment {
    return this.console.deployment;
  }

  /** The pool that sentences call "the pool". */
  get pool(): EdgePool {
    return firstPool(this.deployment);
  }

  /** The scenario's environment replaced by a changed one; for the beginning of a scenario. */
  startWith(change: (environment: Environment) => Environment): void {
    this.console = consoleOn(deploymentOf(change(this.deployment.environment), this.parameters));
    this.stepBegan = this.deployment;
  }

  /** A deed that has to succeed: a Refusal fails the step. */
  act(deed: (console: Console) => Console): void {
    this.answerFirst();
    this.before = this.deployment;
    this.console = deed(this.console);
  }

  /** A deed that may be refused; the next step looks at the Refusal. */
  attempt(deed: (console: Console) => Console): void {
    this.answerFirst();
    this.before = this.deployment;
    try {
      this.console = deed(this.console);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.console = interruptedAt(error) ?? this.console;
      this.refused = error;
      this.looked = false;
    }
  }

  /** A fact of the simulated world that was so before the scenario began. */
  suppose(change: (deployment: Deployment) => Deployment): void {
    this.console = { ...this.console, deployment: change(this.deployment) };
    this.before = this.deployment;
  }

  /** Skips the rest of the scenario unless the environment can carry it through. */
  requires(met: boolean, reason: string): 'skipped' | undefined {
    if (met) return undefined;
    this.notApplicable = reason;
    return 'skipped';
  }

  /** Skips the rest of the scenario where the issuing authority works without templates. */
  requiresTemplates(): 'skipped' | undefined {
    return this.requires(
      issuingAuthority(this.deployment).kind === 'enterprise',
      'this authority works without templates',
    );
  }

  /** The Refusal of the last deed; fails when there was none. */
  refusal(): Refusal {
    if (!this.refused) throw new Error('nothing was refused');
    this.looked = true;
    return this.refused;
  }

  /** The environment's values in a text of the feature: `{chain file}`. */
  text(template: string): string {
    const values = namedValues(this.deployment, this.pool);
    for (const name of namesIn(template)) this.used.set(name, name === 'password' ? '••••••••' : (values[name] ?? ''));
    try {
      return withValues(template, values);
    } catch (error) {
      throw new FeatureError(error instanceof Error ? error.message : String(error));
    }
  }

  /** The content of a file of the server where the operator sits, as text. */
  contentOf(path: string): string {
    return Buffer.from(readFile(this.deployment, seatOf(this.console).on, path)).toString('latin1');
  }

  /** The administrator's seat at a server: the Lync administrator inside, the Edge administrator on an Edge Server. */
  seatAt(on: string): Seat {
    const edge = this.deployment.lyncServers.get(on)?.role === 'edge';
    return { on, account: accountFor(this.deployment, edge ? 'edge-administrator' : 'lync-administrator') };
  }

  /** A deed of the administrator of a server, logged on there. */
  at(on: string, deed: (console: Console) => Console): (console: Console) => Console {
    return (console) => deed(logOn(console, this.seatAt(on)));
  }

  /** Whether the last deed left everything that matters as it was: machines, media, authorities, assignments. */
  nothingChanged(): boolean {
    return isDeepStrictEqual(substance(this.before), substance(this.deployment));
  }

  private answerFirst(): void {
    if (!this.looked && this.refused) throw this.refused;
  }
}

/** A deployment without what a refused deed may leave behind: logs, buttons pressed, media plugged in. */
function substance(deployment: Deployment) {
  return {
    machines: deployment.machines,
    media: deployment.media.map((medium) => medium.disk),
    authorities: deployment.authorities,
    assigned: [...deployment.lyncServers.values()].map((server) => server.assigned),
  };
}

setWorldConstructor(RehearsalWorld);
