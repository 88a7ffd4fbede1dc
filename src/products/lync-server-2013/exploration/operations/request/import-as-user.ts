import fc from 'fast-check';
import { logOn } from '../../../../../operator/console';
import { fileExists } from '../../../../../windows/file-system';
import { accountFor } from '../../../../../world/deployment';
import { importWithWizard } from '../../../tasks/certificate';
import { serverPhrase } from '../../server-phrase';
import { harmful, type ServerDefinition, unchanged } from '../definition';
import { transferResponse } from '../server-actions';

/** An ordinary user of the server tries to import the response; not without a response. */
export const importAsUser: ServerDefinition<'import-as-user'> = {
  random: [fc.constant({ kind: 'import-as-user' })],
  exhaustive: [{ kind: 'import-as-user' }],
  actions: (_, context) => {
    const { deployment, pool, server } = context;
    const { internalServer, files } = deployment.environment;
    if (!fileExists(deployment, internalServer.fqdn, files.response)) return null;
    const user = accountFor(deployment, 'ordinary-user');
    return [
      transferResponse(context),
      {
        sentence: `the operator logs on to ${serverPhrase(pool, server)} as an ordinary user`,
        perform: (console) => logOn(console, { on: server, account: user.slice(user.lastIndexOf('\\') + 1) }),
      },
      {
        sentence: 'the operator imports the file "{response file}"',
        perform: (console) => importWithWizard(console, files.response),
      },
    ];
  },
  effect: harmful,
  predict: () => 'refused',
  next: unchanged,
};
