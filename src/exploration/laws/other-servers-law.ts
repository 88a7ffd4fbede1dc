import { isDeepStrictEqual } from 'node:util';
import { type Machine, machineOf } from '../../windows/machine';
import type { Deployment } from '../../world/deployment';
import type { Domain, Law } from '../explored-system';
import { verdict } from '../law';

/** An operation on one server changes no other server of its pool. Files are excluded: servers share folders. */
export function otherServersAreUnchanged<D extends Domain>(): Law<D> {
  return {
    name: 'an operation on one server changes no other server of its pool',
    ofStep({ operation, before, after }, { operations }) {
      const position = operations.serverOf(operation);
      const others = position === null ? [] : before.pool.servers.filter((_, index) => index !== position);
      const [old, now] = [before.console.deployment, after.console.deployment];
      const changed = others.filter((fqdn) => !isSame(old, now, fqdn));
      return verdict(
        others.length > 0,
        changed.map((fqdn) => `${fqdn} has changed, but the operation was on another server`),
      );
    },
  };
}

function isSame(old: Deployment, now: Deployment, fqdn: string): boolean {
  return (
    isDeepStrictEqual(withoutDisk(machineOf(old, fqdn)), withoutDisk(machineOf(now, fqdn))) &&
    isDeepStrictEqual(old.servers.get(fqdn), now.servers.get(fqdn))
  );
}

function withoutDisk({ disk: _, ...rest }: Machine): Omit<Machine, 'disk'> {
  return rest;
}
