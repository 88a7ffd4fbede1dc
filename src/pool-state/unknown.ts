import type { Fact } from '../fact';
import type { Finding } from '../judge/finding';
import { unknownFact } from './unknown-texts';

/** Findings that the states cannot confirm or exclude. */
export interface Unknown {
  /** the codes; none if nothing about the server is known */
  readonly codes: readonly string[];
  /** the server; absent for every server */
  readonly server?: string;
  /** what the states do not say */
  readonly reason: Fact;
  /** what would say it; absent if nothing does */
  readonly wanted?: Fact;
  /** whether a finding counts all the same: it is certain, and only its absence is not */
  readonly isOpen?: boolean;
  /** the causes of the codes, where other causes can be decided */
  readonly causes?: readonly string[];
}

/** Whether the finding is one that cannot be decided. */
export function covers({ codes, server, isOpen = false, causes }: Unknown, finding: Finding): boolean {
  if (isOpen || causes?.includes(finding.cause ?? '') === false) return false;
  if (server !== undefined && finding.server !== undefined && finding.server !== server) return false;
  return codes.length === 0 ? finding.server === server : codes.includes(finding.code);
}

/** What no state says: a server does not know what other machines can reach, or which roots the Internet trusts. */
export const NEVER_KNOWN: Unknown = {
  codes: ['revoked', 'revocation-unreachable', 'root-list-unreachable', 'not-trusted-on-internet'],
  reason: unknownFact('unknown.network'),
};
