import fc from 'fast-check';
import { fact } from '../../../../../exploration/scenario-action';
import { importFile } from '../../../../../operator/tasks/certification-path';
import { cutShort } from '../../../../../operator/tasks/repair';
import { fileExists } from '../../../../../windows/file-system';
import { importWithWizard } from '../../../tasks/certificate';
import { edge } from '../../../tasks/whole-procedure';
import { serverIn, withCertificate } from '../../model/model';
import { serverPhrase } from '../../server-phrase';
import { doneIf, harmful, type ServerDefinition } from '../definition';
import { transferResponse } from '../server-actions';

/** The response on the internal server, which may answer a request of another server, is copied to the server and imported. */
export const importResponse: ServerDefinition<'import-response'> = {
  random: [
    fc.record({
      kind: fc.constant('import-response'),
      how: fc.constantFrom('wizard', 'wizard', 'snap-in', 'cut short'),
    }),
    fc.record({ kind: fc.constant('import-response'), how: fc.constantFrom('wizard', 'snap-in') }),
  ],
  exhaustive: [
    { kind: 'import-response', how: 'wizard' },
    { kind: 'import-response', how: 'snap-in' },
  ],
  actions: ({ how }, context) => {
    const { deployment, pool, server } = context;
    const { internalServer, files } = deployment.environment;
    if (!fileExists(deployment, internalServer.fqdn, files.response)) return null;
    // the sentence about a truncated file names the first server of the pool
    if (how === 'cut short' && server !== pool.servers[0]) return null;
    const isSnapIn = how === 'snap-in';
    return [
      transferResponse(context),
      ...(how === 'cut short' ? [fact('the response has been truncated during its transfer', cutShort)] : []),
      {
        sentence: `the response is imported on ${serverPhrase(deployment, server)}${isSnapIn ? ' with the snap-in' : ''}`,
        perform: (console) =>
          isSnapIn
            ? importFile(edge(console, server), files.response, 'Personal')
            : importWithWizard(edge(console, server), files.response),
      },
    ];
  },
  effect: harmful,
  predict: ({ server, how }, model) => {
    const { assumptions, response } = model;
    if (how !== 'wizard') return doneIf(how === 'snap-in');
    const hasKey = serverIn(model, server).keys.has(response?.key ?? '');
    return doneIf(assumptions.responseWithoutKey === 'import' || hasKey);
  },
  next: ({ server, how }, model) => {
    const links = how === 'wizard' || model.assumptions.mmcImportLinksKey;
    return model.response ? withCertificate(model, server, model.response, links) : model;
  },
};
