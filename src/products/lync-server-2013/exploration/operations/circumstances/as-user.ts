import fc from 'fast-check';
import type { ScenarioAction } from '../../../../../exploration/scenario-action';
import { logOn } from '../../../../../operator/console';
import { fileExists } from '../../../../../windows/file-system';
import { accountFor } from '../../../../../world/deployment';
import { importWithWizard } from '../../../tasks/certificate';
import { createRequest } from '../../../tasks/request';
import type { UserAttempt } from '../../operation';
import { serverPhrase } from '../../server-phrase';
import { harmful, type ServerContext, type ServerDefinition, unchanged } from '../definition';
import { transferResponse } from '../server-actions';

const ATTEMPTS: readonly UserAttempt[] = ['import', 'request'];

/** An ordinary user of the server tries what needs an administrator. */
export const asUser: ServerDefinition<'as-user'> = {
  random: [fc.record({ kind: fc.constant('as-user'), attempt: fc.constantFrom(...ATTEMPTS) })],
  exhaustive: ATTEMPTS.map((attempt) => ({ kind: 'as-user', attempt })),
  actions: ({ attempt }, context) => {
    switch (attempt) {
      case 'import':
        return hasResponse(context) ? [transferResponse(context), logOnAsUser(context), importResponse(context)] : null;
      case 'request':
        return [logOnAsUser(context), MAKE_REQUEST];
    }
  },
  effect: harmful,
  predict: () => 'refused',
  next: unchanged,
};

function logOnAsUser({ deployment, server }: ServerContext): ScenarioAction {
  const user = accountFor(deployment, 'ordinary-user');
  return {
    sentence: `the operator logs on to ${serverPhrase(deployment, server)} as an ordinary user`,
    perform: (console) => logOn(console, { on: server, account: user.slice(user.lastIndexOf('\\') + 1) }),
  };
}

function hasResponse({ deployment }: ServerContext): boolean {
  const { internalServer, files } = deployment.environment;
  return fileExists(deployment, internalServer.fqdn, files.response);
}

function importResponse({ deployment }: ServerContext): ScenarioAction {
  return {
    sentence: 'the operator imports the file "{response file}"',
    perform: (console) => importWithWizard(console, deployment.environment.files.response),
  };
}

const MAKE_REQUEST: ScenarioAction = {
  sentence: 'the operator makes a request with an exportable key',
  perform: (console) => createRequest(console),
};
