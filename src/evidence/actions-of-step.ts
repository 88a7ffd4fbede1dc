import type { PerformedAction } from '../operator/action-log';
import { listOf } from '../operator/chain';
import type { Console } from '../operator/console';
import { masked } from '../typed-secrets';
import type { ActionsRecord, GestureAction, StepAction } from './action-records';

/** The actions since the console's last reset; no record without any. */
export function actionsOfStep({ log }: Console): readonly ActionsRecord[] {
  const actions = listOf(log).map(actionOf);
  return actions.length === 0 ? [] : [{ kind: 'actions', actions }];
}

function actionOf(done: PerformedAction): StepAction {
  switch (done.kind) {
    case 'log-on':
      return { machine: done.on, logOn: done.account };
    case 'open':
      return { machine: done.on, account: done.account, open: done.what };
    case 'gesture':
      return gestureAction(done);
    case 'command':
      return { machine: done.on, account: done.account, shell: done.shell, command: done.text };
    case 'carry':
      return { carry: done.path, from: done.from, to: done.to };
    case 'issue':
      return { issue: done.requestId, authority: done.authority };
    case 'portal': {
      const { on: machine, account, portal, request, certificate, chain } = done;
      return { machine, account, portal, request, certificate, chain };
    }
  }
}

function gestureAction(done: Extract<PerformedAction, { kind: 'gesture' }>): GestureAction {
  const { on: machine, account, window, page, contentOf, secret } = done;
  const { kind, control, value = '' } = done.gesture;
  const place = { machine, account, window, page, control };
  if (contentOf !== '') return { ...place, gesture: 'paste', value: contentOf };
  return { ...place, gesture: kind, value: secret ? masked(value) : value };
}
