import type { CertifiedKey, Model } from './model';

/** What the model knows beyond the deployment, for the name of a state: two states with equal names have equal futures. */
export function stateOfModel(
  { servers, request, requestIsShort, response, exported, newest }: Model,
  number: (name: string) => number,
): unknown {
  const certifiedKey = ({ certificate, key }: CertifiedKey): unknown => [number(certificate), number(key)];
  return [
    servers.map(({ waiting }) => [...waiting].map(number)),
    request && [number(request), requestIsShort],
    response && certifiedKey(response),
    exported && [certifiedKey(exported), exported.opens],
    newest,
  ];
}
