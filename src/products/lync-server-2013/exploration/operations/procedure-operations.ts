import type { Operation } from '../operation';

/** The whole procedure for a pool with that number of servers, operation by operation. */
export function procedure(servers: number): readonly Operation[] {
  const positions = Array.from({ length: servers }, (_, position) => position);
  const onEach = <K extends 'trust' | 'assign' | 'start'>(kind: K) =>
    positions.map((server) => ({ kind, server }) as const);
  const distribution: readonly Operation[] = [
    { kind: 'export', server: 0, how: 'with-key' },
    ...positions.slice(1).map((server) => ({ kind: 'import-exported', server, password: 'right' }) as const),
    { kind: 'delete-exported' },
  ];
  return [
    ...onEach('trust'),
    { kind: 'request', server: 0, exportable: true },
    { kind: 'send', answer: 'issued' },
    { kind: 'import-response', server: 0, how: 'wizard' },
    ...distribution,
    ...onEach('assign'),
    ...onEach('start'),
  ];
}
