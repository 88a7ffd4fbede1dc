import fc from 'fast-check';
import { carryRequest } from '../../../../../operator/tasks/request-files';
import { createRequest } from '../../../tasks/request';
import { withRequest } from '../../model/model';
import { serverPhrase } from '../../server-phrase';
import { alwaysDone, harmful, type ServerDefinition } from '../definition';
import { logOnToServer } from '../server-actions';

/** A request is made on the server and copied to the internal server. */
export const makeRequest: ServerDefinition<'request'> = {
  random: [fc.record({ kind: fc.constant('request'), exportable: fc.boolean() })],
  exhaustive: [
    { kind: 'request', exportable: true },
    { kind: 'request', exportable: false },
  ],
  actions: ({ exportable }, context) => [
    logOnToServer(context),
    {
      sentence: `the operator makes a request ${exportable ? 'with' : 'without'} an exportable key`,
      perform: (console) => createRequest(console, { exportable }),
    },
    {
      sentence: `the file "{request file}" is carried from ${serverPhrase(context.pool, context.server)} to the internal server`,
      perform: (console) => carryRequest(console, context.server),
    },
  ],
  effect: harmful,
  predict: alwaysDone,
  next: ({ server, exportable }, model, { key }) => ({
    ...withRequest(model, server, key, exportable),
    request: key,
  }),
};
