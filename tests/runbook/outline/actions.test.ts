import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { EvidenceRecord } from '../../../src/evidence/records';
import { actionsOf } from '../../../src/runbook/outline/actions';
import { recordsAt } from '../walked';
import { fullRun } from '../whole-run/full-run';

const actionsIn = (word: string) => recordsAt(fullRun().messages, word).map(actionsOf);

describe('The actions of a step', () => {
  it('are the logon, the program, the gestures and the carried files, in the order of the procedure', () => {
    const [logOn, open, ...rest] = actionsIn('01-download').flat();
    expect(logOn).to.deep.equal({ machine: 'fe01.contoso.com', logOn: 'CONTOSO\\lyncadmin' });
    expect(open).to.deep.include({ machine: 'fe01.contoso.com', open: 'https://ca01.contoso.com/certsrv' });
    const path = 'C:\\Certificates\\chain.p7b';
    const typed = { window: 'Internet Explorer', page: 'Save As', control: 'File name', gesture: 'type', value: path };
    expect(rest.map((action) => ('gesture' in action ? action.control : Object.keys(action)[0]))).to.deep.equal([
      'Download a CA certificate, certificate chain, or CRL',
      'Download CA certificate chain',
      'Save',
      'File name',
      'Save',
      ...['carry', 'carry', 'carry'],
    ]);
    expect(rest[3]).to.deep.include(typed);
    expect(rest[5]).to.deep.equal({ carry: path, from: 'fe01.contoso.com', to: 'edge01.contoso.com' });
  });

  it('name the file whose content is pasted, not the content', () => {
    const pasted = actionsIn('05-submit').flat();
    const paste = pasted.find((action) => 'gesture' in action && action.gesture === 'paste');
    expect(paste).to.include({ value: 'C:\\Certificates\\edge-internal.req' });
    expect(JSON.stringify(pasted)).not.to.include('BEGIN NEW');
  });

  it('are repeated on the other machines with their logons, and contain no password', () => {
    const steps = actionsIn('08-import');
    const repeated = steps.at(-2) ?? [];
    const before = steps.slice(2, -2).flat();
    expect(repeated).to.have.lengthOf(before.length);
    expect(repeated[0]).to.include({ machine: 'edge03.contoso.com' });
    const typed = [...before, ...repeated].filter((action) => 'gesture' in action && action.control === 'Password');
    expect(typed.map((action) => 'value' in action && action.value)).to.deep.equal(['••••••••', '••••••••']);
  });

  it('are the gestures in the windows and then the typed commands where a run has no record of them', () => {
    const [on, account] = ['edge01', 'Administrator'];
    const used = [{ control: 'Next', gesture: 'press' }] as const;
    const records: readonly EvidenceRecord[] = [
      { kind: 'command', shell: 'Command Prompt', on, text: 'dir', typed: true },
      { kind: 'command', shell: 'Shell', on, text: 'Set-It', typed: false },
      { kind: 'window', on, account, shots: [{ title: 'Wizard', page: 'Welcome', controls: [], used }] },
    ];
    const place = { window: 'Wizard', page: 'Welcome' };
    expect(actionsOf(records)).to.deep.equal([
      { machine: on, account, ...place, control: 'Next', gesture: 'press', value: '' },
      { machine: on, account: '', shell: 'Command Prompt', command: 'dir' },
    ]);
    const record: EvidenceRecord = { kind: 'actions', actions: [{ machine: on, logOn: account }] };
    expect(actionsOf([...records, record])).to.deep.equal(record.actions);
  });
});
