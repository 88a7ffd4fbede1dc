import type { Model } from './model';

/** What the model knows beyond the deployment, for the name of a state: two states with equal names have equal futures. */
export function stateOfModel(
  { servers, request, response, exported, newest }: Model,
  number: (name: string) => number,
): unknown {
  return [
    servers.map(({ waiting }) => [...waiting].map(number)),
    request && number(request),
    response && number(response.certificate),
    exported && [number(exported.certificate), exported.opens],
    newest,
  ];
}
