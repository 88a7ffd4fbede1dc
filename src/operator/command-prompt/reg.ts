import { requireAdministrator } from '../../windows/administrators';
import { machineOf, withMachine } from '../../windows/machine';
import type { Logon } from '../../windows/program';
import { KNOWN_VALUES } from '../../windows/registry/registry-names';
import { registryRefusal } from '../../windows/registry/registry-refusals';
import {
  isSameValue,
  type RegistryName,
  registryValue,
  withRegistryValue,
} from '../../windows/registry/registry-value';
import type { Deployment } from '../../world/deployment';
import { type CommandResult, words } from '../command-line';

/**
 * `reg query key [/v name]`, `reg add key /v name /t type /d data /f` and `reg delete key /v name /f` (Microsoft, "reg").
 * Only values that the simulation reads are accepted. Refusals: `not-an-administrator`, `unknown-registry-value`,
 * `registry-value-missing`, `confirmation-needed`, `invalid-argument`.
 */
export function reg(deployment: Deployment, logon: Logon, line: string): CommandResult {
  const [, verb = '', key = '', ...others] = words(line);
  if (verb.toLowerCase() === 'query' && key !== '' && others.length === 0) {
    return { world: deployment, output: valuesBelow(deployment, logon, key) };
  }
  const call = callIn(logon.on, line);
  const machine = machineOf(deployment, logon.on);
  const present = registryValue(machine, call.value);
  if (call.verb === 'query') return { world: deployment, output: shown(logon.on, call.value, present) };
  requireAdministrator(deployment, logon);
  if (call.verb === 'delete' && present === undefined) throw missing(logon.on, call.value);
  if (present !== undefined && !call.forced) throw registryRefusal('confirmation-needed.reg', logon.on);
  const next = withRegistryValue(machine, call.value, call.data);
  return { world: withMachine(deployment, next), output: 'The operation completed successfully.' };
}

/** The values of a key that are set. */
function valuesBelow(deployment: Deployment, { on }: Logon, typed: string): string {
  const key = withoutHive(typed);
  const names = KNOWN_VALUES.filter((one) => one.key.toLowerCase() === key.toLowerCase());
  if (names.length === 0) throw unknown(on, { key, name: '*' });
  const lines = names.flatMap((one) => {
    const data = registryValue(machineOf(deployment, on), one);
    return data === undefined ? [] : [textOf(one, data)];
  });
  return [`HKEY_LOCAL_MACHINE\\${key}`, ...lines].join('\n');
}

interface RegCall {
  readonly verb: 'query' | 'add' | 'delete';
  readonly value: RegistryName;
  /** only for `add` */
  readonly data: number | string | undefined;
  readonly forced: boolean;
}

function callIn(on: string, line: string): RegCall {
  const [, verb = '', typed = '', ...rest] = words(line);
  const option = (name: string): string | undefined => rest[rest.findIndex((word) => word.toLowerCase() === name) + 1];
  const has = (name: string): boolean => rest.some((word) => word.toLowerCase() === name);
  const name = has('/v') ? option('/v') : undefined;
  const action = verb.toLowerCase();
  if ((action !== 'query' && action !== 'add' && action !== 'delete') || name === undefined) throw invalid(on, line);
  const value = known(on, withoutHive(typed), name);
  const data =
    action === 'add' ? dataIn(has('/t') ? option('/t') : 'REG_SZ', has('/d') ? option('/d') : '') : undefined;
  if (action === 'add' && data === undefined) throw invalid(on, line);
  return { verb: action, value, data, forced: has('/f') };
}

function dataIn(type = '', data = ''): number | string | undefined {
  if (type.toUpperCase() === 'REG_SZ') return data;
  return type.toUpperCase() === 'REG_DWORD' && /^(?:0x[0-9a-f]+|\d+)$/i.test(data) ? Number(data) : undefined;
}

function known(on: string, key: string, name: string): RegistryName {
  const value = KNOWN_VALUES.find((one) => isSameValue(one, { key, name }));
  if (value) return value;
  throw unknown(on, { key, name });
}

function unknown(on: string, { key, name }: RegistryName) {
  const names = KNOWN_VALUES.map((one) => `HKLM\\${one.key} ${one.name}`);
  return registryRefusal('unknown-registry-value.reg', on, { key, name, known: names });
}

function withoutHive(key: string): string {
  return key.replace(/^(?:HKLM|HKEY_LOCAL_MACHINE)\\/i, '').replace(/\\+$/, '');
}

function shown(on: string, value: RegistryName, data: number | string | undefined): string {
  if (data === undefined) throw missing(on, value);
  return [`HKEY_LOCAL_MACHINE\\${value.key}`, textOf(value, data)].join('\n');
}

function textOf({ name }: RegistryName, data: number | string): string {
  const typed = typeof data === 'number' ? `REG_DWORD    0x${data.toString(16)}` : `REG_SZ    ${data}`;
  return `    ${name}    ${typed}`;
}

function missing(on: string, { key, name }: RegistryName) {
  return registryRefusal('registry-value-missing', on, { key, name });
}

function invalid(on: string, line: string) {
  return registryRefusal('invalid-argument.reg', on, { line });
}
