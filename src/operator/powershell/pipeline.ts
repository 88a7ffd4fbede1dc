import type { Logon } from '../../windows/program';
import type { Deployment } from '../../world/deployment';
import type { CommandResult } from '../command-line';
import { operatorRefusal } from '../operator-refusals';
import { bind } from './bind';
import type { Cmdlet, CmdletResult } from './cmdlet';
import { type PsObject, propertyOf, shownObjects } from './objects';
import { parseLine } from './parse-line';
import type { Expression, TypedPart } from './syntax';

/**
 * Runs a line in a shell that knows these cmdlets. Refusals: `unknown-command`, `not-simulated`, those of binding
 * parameters, and those of the cmdlets. A refused command leaves everything as it was.
 */
export function runLine(cmdlets: readonly Cmdlet[], deployment: Deployment, logon: Logon, line: string): CommandResult {
  let world = deployment;
  const output: string[] = [];
  for (const statement of parseLine(logon.on, line)) {
    const { objects = [], lines = [], ...next } = evaluated(cmdlets, world, logon, statement);
    world = next.deployment;
    output.push(...lines, ...shownObjects(objects));
  }
  return { world, output: output.join('\n') };
}

/** The cmdlet with this name or alias, in any case. */
export function cmdletNamed(cmdlets: readonly Cmdlet[], typed: string): Cmdlet | undefined {
  const wanted = typed.toLowerCase();
  return cmdlets.find(({ name, aliases = [] }) => [name, ...aliases].some((one) => one.toLowerCase() === wanted));
}

function evaluated(
  cmdlets: readonly Cmdlet[],
  deployment: Deployment,
  logon: Logon,
  expression: Expression,
): CmdletResult {
  let reached: CmdletResult = { deployment };
  let lines: readonly string[] = [];
  for (const [index, part] of expression.parts.entries()) {
    reached = called(cmdlets, reached.deployment, logon, part, index === 0 ? undefined : (reached.objects ?? []));
    lines = [...lines, ...(reached.lines ?? [])];
  }
  const { objects = [] } = reached;
  const { property } = expression;
  return {
    deployment: reached.deployment,
    lines,
    objects: property === undefined ? objects : valuesOf(objects, property),
  };
}

function called(
  cmdlets: readonly Cmdlet[],
  deployment: Deployment,
  logon: Logon,
  { name, words }: TypedPart,
  input: readonly PsObject[] | undefined,
): CmdletResult {
  const { on } = logon;
  const cmdlet = cmdletNamed(cmdlets, name);
  if (!cmdlet) throw operatorRefusal('unknown-command.powershell', on, { name, known: cmdlets.map((one) => one.name) });
  const resultOf = (argument: { readonly of: Expression }): readonly PsObject[] =>
    evaluated(cmdlets, deployment, logon, argument.of).objects ?? [];
  const bound = bind({ on, cmdlet, words, input, resultOf });
  if (!cmdlet.asks) return cmdlet.run({ deployment, logon, bound });
  if (bound.flag('Confirm')) throw operatorRefusal('confirmation-needed', on, { cmdlet: cmdlet.name });
  const result = cmdlet.run({ deployment, logon, bound });
  if (!bound.flag('WhatIf')) return result;
  return { deployment, lines: [`What if: Performing the operation "${cmdlet.name}" on target "${on}".`] };
}

/** `.Count` counts the objects; another property is taken from each of them. */
function valuesOf(objects: readonly PsObject[], property: string): readonly PsObject[] {
  const single = (name: string, value: PsObject['properties'][string]): PsObject => ({
    properties: { [name]: value },
    view: { as: 'value' },
  });
  if (/^(count|length)$/i.test(property)) return [single('Count', objects.length)];
  return objects.map((object) => single(property, propertyOf(object, property) ?? null));
}
