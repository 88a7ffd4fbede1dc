import { hresultCode } from '../hresult';
import { listOf } from '../operator/chain';
import type { Console, TypedCommand } from '../operator/console';
import type { Shot } from '../operator/shots';
import type { Refusal } from '../refusal';
import { masked } from '../typed-secrets';
import type { Control, Gesture } from '../windows/window';
import type { Deployment } from '../world/deployment';
import { sameState } from '../world/same-state';
import { changesBetween } from './changes';
import type { RefusalRecord } from './fact-records';
import { productsBetween } from './products';
import type { CommandRecord, ControlPicture, ControlUse, EvidenceRecord, WindowRecord, WindowShot } from './records';

/**
 * The evidence of one step, in this order: the visited windows, typed or equivalent commands, the refusal, changes and
 * results.
 *
 * @param withSources whether the pages of the browser contain what it received
 */
export function evidenceOfStep(
  before: Deployment,
  { deployment, shots, typed }: Console,
  refusal: Refusal | null,
  withSources = false,
): readonly EvidenceRecord[] {
  return [
    ...windowRecords(listOf(shots), withSources),
    ...commandsInOrder(before, deployment, typed),
    ...(refusal ? [refusalRecord(refusal)] : []),
    ...(isRefusedAlone(before, deployment, refusal) ? [] : changesBetween(before, deployment)),
    ...productsBetween(before, deployment),
  ];
}

/**
 * Whether all that the step did was refused. What differs then does not count as a change, such as the wizard that was
 * opened before the refusal.
 */
function isRefusedAlone(before: Deployment, after: Deployment, refusal: Refusal | null): boolean {
  return refusal !== null && sameState(before, after);
}

/** A Refusal as a record. */
export function refusalRecord(refusal: Refusal): RefusalRecord {
  const { code, on, detail, remedy, hresult } = refusal;
  return {
    kind: 'refusal',
    code,
    on,
    detail,
    remedy,
    ...(hresult ? { hresult: `${hresult} ${hresultCode(hresult)}` } : {}),
  };
}

function windowRecords(shots: readonly Shot[], withSources: boolean): readonly WindowRecord[] {
  const seats = [...new Map(shots.map(({ logon }) => [`${logon.on} ${logon.account}`, logon])).values()];
  return seats.map((logon) => ({
    kind: 'window',
    on: logon.on,
    account: logon.account,
    shots: shots
      .filter((s) => s.logon.on === logon.on && s.logon.account === logon.account)
      .map((shot) => ({ ...windowShot(shot), ...(withSources ? sourceOf(shot) : {}) })),
  }));
}

function sourceOf({ window: { received } }: Shot): Pick<WindowShot, 'source'> {
  if (!received) return {};
  const { address, body, form } = received;
  return { source: { address, html: Buffer.from(body).toString('utf8'), form } };
}

function windowShot({ window, used }: Shot): WindowShot {
  const secrets = new Set(window.controls.filter((c) => c.secret).map((c) => c.label));
  return {
    title: window.title,
    page: window.page,
    controls: window.controls.map(controlPicture),
    used: used.map((gesture) => controlUse(gesture, secrets)),
  };
}

function controlPicture(control: Control): ControlPicture {
  const { kind, label, available, options } = control;
  const value = control.secret && typeof control.value === 'string' ? masked(control.value) : control.value;
  return { kind, label, available, ...(value === undefined ? {} : { value }), ...(options ? { options } : {}) };
}

function controlUse({ kind, control, value }: Gesture, secrets: ReadonlySet<string>): ControlUse {
  const shown = value !== undefined && secrets.has(control) ? masked(value) : value;
  return { control, gesture: kind, ...(shown === undefined ? {} : { value: shown }) };
}

/** The typed commands, and those that correspond to wizards, in the order of execution on all machines. */
function commandsInOrder(
  before: Deployment,
  after: Deployment,
  typed: readonly TypedCommand[],
): readonly CommandRecord[] {
  const done = [
    ...typed.map((command) => ({ at: command.after, record: typedCommand(command) })),
    ...equivalents(before, after, typed),
  ];
  return done.sort((one, other) => one.at - other.at).map(({ record }) => record);
}

function typedCommand({ shell, on, text, output }: TypedCommand): CommandRecord {
  return { kind: 'command', shell, on, text, typed: true, output };
}

/** The commands of the product's shell that correspond to the completed wizards. */
function equivalents(
  before: Deployment,
  after: Deployment,
  typed: readonly TypedCommand[],
): readonly { readonly at: number; readonly record: CommandRecord }[] {
  const [shell] = after.product.shells;
  if (!shell) return [];
  return [...after.servers.values()].flatMap(({ fqdn, log }) => {
    const done = log.slice(before.servers.get(fqdn)?.log.length ?? 0);
    const byHand = typed.some((command) => command.on === fqdn && command.shell === shell.name);
    if (byHand) return [];
    return done.map(({ command, after: at }) => ({
      at,
      record: { kind: 'command', shell: shell.name, on: fqdn, text: command, typed: false },
    }));
  });
}
