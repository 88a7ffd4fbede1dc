import fc from 'fast-check';
import type { ScenarioAction } from '../../../../../exploration/scenario-action';
import { run } from '../../../../../operator/console';
import { move, walk } from '../../../../../operator/moves';
import { importChain } from '../../../../../operator/tasks/certification-path';
import { openCertificateWizard } from '../../../tasks/request';
import { edge } from '../../../tasks/whole-procedure';
import { lyncServerOf } from '../../../topology';
import { serverPhrase } from '../../server-phrase';
import { alwaysDone, harmless, type ServerContext, type ServerDefinition, unchanged } from '../definition';
import { logOnToServer } from '../server-actions';
import { transferChain } from '../trust/transfer-chain';

/** A wizard is opened and not finished: logging on elsewhere closes its window. */
export const abandon: ServerDefinition<'abandon'> = {
  random: [fc.record({ kind: fc.constant('abandon'), what: fc.constantFrom('wizard', 'request', 'import') })],
  exhaustive: [{ kind: 'abandon', what: 'request' }],
  actions: ({ what }, context) => {
    switch (what) {
      case 'wizard':
        return [logOnToServer(context), OPEN_AND_CANCEL];
      case 'request':
        return [logOnToServer(context), ...beginRequest(context)];
      case 'import':
        return [transferChain(context), beginImport(context)];
    }
  },
  effect: harmless,
  predict: alwaysDone,
  next: unchanged,
};

const OPEN_AND_CANCEL: ScenarioAction = {
  sentence: 'the operator opens Step 3 of the Deployment Wizard and cancels it',
  perform: (console) => walk(openCertificateWizard(console), [['Available Certificate Tasks', 'Close', 'pressed']]),
};

function beginImport({ deployment, server }: ServerContext): ScenarioAction {
  return {
    sentence: `the chain is imported on ${serverPhrase(deployment, server)} without finishing`,
    perform: (console) => importChain(edge(console, server), 'without finishing'),
  };
}

/** The Certificate Wizard, up to the second page of a request. */
function beginRequest({ deployment, server }: ServerContext): readonly ScenarioAction[] {
  const wizard = 'Deployment Wizard';
  const button = lyncServerOf(deployment, server).launched ? 'Run again' : 'Run';
  const press = (page: string, control: string): ScenarioAction => ({
    sentence: `on "${page}" the operator uses "${control}"`,
    perform: (console) => move(console, { page, control, value: 'pressed' }),
  });
  return [
    { sentence: `the operator runs "${wizard}"`, perform: (console) => run(console, wizard) },
    press(wizard, button),
    press('Available Certificate Tasks', 'Create a new certificate request'),
    press('Certificate Request', 'Next'),
  ];
}
