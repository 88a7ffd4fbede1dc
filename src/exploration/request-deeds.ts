import { carryRequest } from '../operator/tasks/request-files';
import { createRequest } from '../products/lync-server-2013/tasks/request';
import { edge } from '../products/lync-server-2013/tasks/whole-procedure';
import type { Deed } from './deed';
import type { Place } from './file-deeds';
import { serverPhrase } from './server-phrase';

/** Requests that are made on a server of the pool, in the sentences of the features. */

/** Whoever administers the server sits at it. */
export function loggingOn({ pool, on }: Place): Deed {
  return {
    sentence: `the operator logs on to ${serverPhrase(pool, on)} as the Edge administrator`,
    carryOut: (console) => edge(console, on),
  };
}

/** A request is made on the server and carried to the internal server. */
export function requesting(place: Place, exportable: boolean): readonly Deed[] {
  return [
    loggingOn(place),
    {
      sentence: `the operator makes a request ${exportable ? 'with' : 'without'} an exportable key`,
      carryOut: (console) => createRequest(console, { exportable }),
    },
    {
      sentence: `the file "{request file}" is carried from ${serverPhrase(place.pool, place.on)} to the internal server`,
      carryOut: (console) => carryRequest(console, place.on),
    },
  ];
}
