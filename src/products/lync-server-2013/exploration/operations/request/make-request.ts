import fc from 'fast-check';
import { carryRequest } from '../../../../../operator/tasks/request-files';
import { createRequest } from '../../../tasks/request';
import { withRequest } from '../../model/model';
import { serverPhrase } from '../../server-phrase';
import { alwaysDone, harmful, type ServerDefinition } from '../definition';
import { logOnToServer } from '../server-actions';

/** Bits of a key that the templates of the embedded environment reject. */
const SHORT = 1024;

/** A request is made on the server and copied to the internal server. */
export const makeRequest: ServerDefinition<'request'> = {
  random: [
    fc.record({ kind: fc.constant('request'), exportable: fc.boolean() }),
    fc.constant({ kind: 'request', exportable: true, bits: SHORT }),
  ],
  exhaustive: [
    { kind: 'request', exportable: true },
    { kind: 'request', exportable: false },
    { kind: 'request', exportable: true, bits: SHORT },
  ],
  actions: ({ exportable, bits }, context) => [
    logOnToServer(context),
    {
      sentence: `the operator makes a request ${bits ? `with a key of ${bits} bits` : `${exportable ? 'with' : 'without'} an exportable key`}`,
      perform: (console) => createRequest(console, { exportable, ...(bits ? { bitLength: `${bits}` } : {}) }),
    },
    {
      sentence: `the file "{request file}" is carried from ${serverPhrase(context.deployment, context.server)} to the internal server`,
      perform: (console) => carryRequest(console, context.server),
    },
  ],
  effect: harmful,
  predict: alwaysDone,
  next: ({ server, exportable, bits }, model, { key }) => ({
    ...withRequest(model, server, key, exportable),
    request: key,
    requestIsShort: bits !== undefined,
  }),
};
