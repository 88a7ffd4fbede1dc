import fc from 'fast-check';
import { fact } from '../../../../../exploration/scenario-action';
import { lost } from '../../../../../operator/tasks/repair';
import { fileExists } from '../../../../../windows/file-system';
import { alwaysDone, harmless, type PoolDefinition } from '../definition';

/** The request or the response disappears from the internal server; not where it does not exist. */
export const loseFile: PoolDefinition<'lose'> = {
  random: [fc.record({ kind: fc.constant('lose'), file: fc.constantFrom('request', 'response') })],
  exhaustive: [
    { kind: 'lose', file: 'request' },
    { kind: 'lose', file: 'response' },
  ],
  actions: ({ file }, { deployment }) => {
    const { files, internalServer } = deployment.environment;
    if (!fileExists(deployment, internalServer.fqdn, files[file])) return null;
    return [fact(`the ${file} file has been lost on the internal server`, (one) => lost(one, file))];
  },
  effect: harmless,
  scope: 'any pool',
  predict: alwaysDone,
  next: ({ file }, model) => ({ ...model, [file]: null }),
};
