import { verdict } from '../../../../exploration/law';
import { exportedFile, PASSWORD } from '../../../../operator/named-values';
import { openCertificateFile } from '../../../../windows/certificate-file';
import { fileExists, readFile } from '../../../../windows/file-system';
import { linkedKey, type Machine, machineOf } from '../../../../windows/machine';
import type { Pool } from '../../../../world/topology';

import type { PoolLaw, PoolState, PoolStep } from '../domain';

/** Where private keys are, how they got there, and to which certificates they are linked. */

export const KEY_LAWS: readonly PoolLaw[] = [
  {
    name: 'a private key leaves a server only if it may be exported',
    ofStep(step) {
      const { operation, refused, before } = step;
      if (operation.kind !== 'export' || operation.how === 'without-key') return 'not tried';
      const keys = refused ? [] : keysExported(step);
      const machine = machineOn(before, operation.server);
      const kept = keys.filter((key) => !machine.keys.some((k) => k.keyPair.publicKeyId === key && k.exportable));
      return verdict(
        true,
        kept.map((key) => `the key ${key} left ${machine.fqdn}, where it may not be exported`),
        ['Then it is refused: not-available'],
      );
    },
  },
  {
    name: 'a private key is only on servers that created or imported it',
    ofState({ console, pool, model }) {
      const details = pool.servers.flatMap((fqdn, position) => {
        const known = model.servers[position]?.keys ?? new Map<string, boolean>();
        return keysOn(machineOf(console.deployment, fqdn))
          .filter(([key]) => !known.has(key))
          .map(([key]) => `${fqdn} holds the key ${key}, which nobody has made or brought there`);
      });
      return verdict(model.servers.filter(({ keys }) => keys.size > 0).length > 1, details);
    },
  },
  {
    name: 'every server keeps its private keys, and whether they are exportable',
    ofState({ console, pool, model }) {
      const details = pool.servers.flatMap((fqdn, position) => {
        const expected = shown([...(model.servers[position]?.keys ?? [])]);
        const found = shown(keysOn(machineOf(console.deployment, fqdn)));
        return expected === found ? [] : [`${fqdn} was to hold ${expected}, and holds ${found}`];
      });
      return verdict(
        model.servers.some(({ keys }) => keys.size > 0),
        details,
      );
    },
  },
  {
    name: 'a certificate is linked to its own key only',
    ofState({ console, pool, model }) {
      const details = pool.servers.flatMap((fqdn) => wronglyLinked(machineOf(console.deployment, fqdn)));
      return verdict(
        model.servers.some(({ keys, certificates }) => keys.size > 0 && certificates.length > 0),
        details,
      );
    },
  },
  {
    name: 'a response is linked to the key of its request if the server has it',
    ofStep({ operation, before, refused, after }) {
      const response = before.model.response;
      if (operation.kind !== 'import-response' || operation.how !== 'wizard' || refused || !response)
        return 'not tried';
      const machine = machineOn(after, operation.server);
      const entry = machine.stores.LocalMachine.My.find((e) => e.certificate.thumbprint === response.certificate);
      const linked = entry && linkedKey(machine, 'LocalMachine', entry)?.keyPair.publicKeyId;
      const held = before.model.servers[operation.server]?.keys.has(response.key);
      const expected = held ? response.key : undefined;
      return verdict(
        true,
        linked === expected ? [] : [`it is joined to ${linked ?? 'none'}, not ${expected ?? 'none'}`],
      );
    },
  },
];

function wronglyLinked(machine: Machine): readonly string[] {
  return machine.stores.LocalMachine.My.flatMap((entry) => {
    const key = linkedKey(machine, 'LocalMachine', entry);
    if (!key || key.keyPair.publicKeyId === entry.certificate.publicKeyId) return [];
    return [`on ${machine.fqdn}, the certificate ${entry.certificate.thumbprint} is linked to another key`];
  });
}

function keysExported({ after, operation }: PoolStep): readonly string[] {
  const { deployment } = after.console;
  const on = serverAt(after.pool, 'server' in operation ? operation.server : 0);
  const path = exportedFile(deployment, after.pool);
  if (!fileExists(deployment, on, path)) return [];
  const password = operation.kind === 'export' && operation.how === 'empty-password' ? '' : PASSWORD;
  return openCertificateFile(readFile(deployment, on, path), password, machineOf(deployment, on)).keys.map(
    (key) => key.keyPair.publicKeyId,
  );
}

function keysOn({ keys }: Machine): readonly (readonly [string, boolean])[] {
  return keys.map(({ keyPair, exportable }) => [keyPair.publicKeyId, exportable] as const);
}

function shown(keys: readonly (readonly [string, boolean])[]): string {
  const texts = keys.map(([key, exportable]) => `${key.slice(0, 8)} ${exportable ? '(exportable)' : ''}`.trim());
  return texts.sort().join(', ') || 'none';
}

function machineOn({ console, pool }: PoolState, position: number): Machine {
  return machineOf(console.deployment, serverAt(pool, position));
}

function serverAt(pool: Pool, position: number): string {
  return pool.servers[position] ?? '';
}
