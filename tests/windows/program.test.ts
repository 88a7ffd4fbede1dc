import { test } from 'node:test';
import { expect } from 'chai';
import { consoleOn, logOn, run, windowOn } from '../../src/operator/console';
import { gesture, walk } from '../../src/operator/moves';
import { openComputerCertificates } from '../../src/operator/tasks/certification-path';
import { wholeProcedure } from '../../src/products/lync-server-2013/tasks/whole-procedure';
import { deploymentWizard } from '../../src/products/lync-server-2013/wizards/deployment-wizard';
import { Refusal } from '../../src/refusal';
import { checkbox, radio } from '../../src/windows/controls';
import { managementConsole } from '../../src/windows/management-console';
import { openProgram, type Program, perform, type Session, windowOf } from '../../src/windows/program';
import { controlNamed, type Gesture, sameLabel, type Window } from '../../src/windows/window';
import type { Deployment } from '../../src/world/deployment';
import { deploymentOf, environmentOf } from '../../steps/support/starting-point';

const START = deploymentOf(environmentOf({}), {});
const LOGON = { on: 'edge01.contoso.com', account: 'Administrator' };
const LIMIT = 4000;

/** Every state of a program that buttons, choices and list items can reach; typed text stays the same. */
function everyWindow(program: Program<Deployment>, world: Deployment): readonly Window[] {
  const seen = new Map<string, Window>();
  const todo: { world: Deployment; session: Session }[] = [{ world, session: openProgram(program, LOGON) }];
  while (todo.length > 0 && seen.size < LIMIT) {
    const state = todo.pop();
    if (!state) break;
    const window = windowOf(program, state.world, state.session);
    const key = JSON.stringify([window, state.session.answers]);
    if (seen.has(key)) continue;
    seen.set(key, window);
    for (const made of gesturesIn(window)) {
      try {
        const { world: next, session } = perform(program, state.world, state.session, made);
        if (session && next === state.world)
          todo.push({ world: next, session: { ...session, visited: session.visited.slice(-1) } });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }
  return [...seen.values()];
}

function gesturesIn(window: Window): readonly Gesture[] {
  return window.controls
    .filter((control) => control.available)
    .flatMap((control): readonly Gesture[] => {
      if (control.kind === 'button') return [{ kind: 'press', control: control.label } as const];
      if (control.kind === 'radio') return [{ kind: 'choose', control: control.label } as const];
      if (control.kind !== 'list' && control.kind !== 'tree') return [];
      return (control.options ?? [])
        .slice(0, 6)
        .map((value) => ({ kind: 'select', control: control.label, value }) as const);
    });
}

for (const program of [managementConsole<Deployment>(), deploymentWizard<Deployment>()]) {
  test(`${program.name}: every button of every page that can be reached leads somewhere`, () => {
    const windows = everyWindow(
      program,
      wholeProcedure(consoleOn(START), START.environment.pki.authorities[1]?.name ?? '').deployment,
    );
    const pages = new Set(windows.map((window) => window.page));
    expect(pages.size).to.be.greaterThan(6);
  });

  test(`${program.name}: no page shows two controls of one name, and one radio button of a group is on`, () => {
    for (const window of everyWindow(program, START)) {
      const labels = window.controls.map((control) => control.label);
      expect(labels, window.page).to.deep.equal([...new Set(labels)]);
      const groups = new Set(window.controls.flatMap((control) => control.group ?? []));
      for (const group of groups) {
        const on = window.controls.filter((control) => control.group === group && control.value === true);
        expect(on, `${window.page}: ${group}`).to.have.lengthOf(1);
      }
    }
  });
}

test('a control that the page does not have is refused, with what the page offers', () => {
  const console = run(logOn(consoleOn(START), LOGON), 'MMC');
  expect(() => gesture(console, { kind: 'press', control: 'Self-destruct' })).to.throw(
    Refusal,
    /not-offered.*button "File"/,
  );
});

test('what a kind of control does not take is refused', () => {
  const console = run(logOn(consoleOn(START), LOGON), 'MMC');
  for (const [kind, control] of [
    ['type', 'File'],
    ['press', 'Console Root'],
    ['choose', 'File'],
    ['tick', 'Certificates'],
  ] as const)
    expect(() => gesture(console, { kind, control, value: 'x' }), `${kind} ${control}`).to.throw(
      Refusal,
      /not-offered/,
    );
});

test('an item that the list does not have, or that several could be, is refused with what there is', () => {
  const opened = openComputerCertificates(logOn(consoleOn(START), LOGON));
  const select = (value: string): Gesture => ({ kind: 'select', control: 'Console Root', value });
  for (const value of ['Archive', 'Certification Authorities', ''])
    expect(() => gesture(opened, select(value)), value).to.throw(Refusal, /not-offered.*"Personal"/);
  expect(controlNamed(windowOn(gesture(opened, select('Local Computer'))), 'Console Root')?.value).to.equal(
    'Certificates (Local Computer)',
  );
  const empty = run(logOn(consoleOn(START), LOGON), 'MMC');
  expect(() => gesture(empty, select('Personal'))).to.throw(
    Refusal,
    /the list is empty; find out what must be in it first/,
  );
});

test('a radio button that is chosen turns off its group, and no other', () => {
  const radios = ['a', 'b', 'c', 'd'].map((label, index) => ({ label, group: index < 2 ? 'one' : 'two' }));
  const program: Program<Deployment> = {
    name: 'Program',
    first: 'Page',
    pages: {
      Page: {
        title: 'Program',
        controls: (_, session) => [
          ...radios.map(({ label, group }, index) => radio(session, group, label, index % 2 === 0)),
          checkbox(session, 'e', true),
        ],
        actions: {},
      },
    },
  };
  const begun = openProgram(program, LOGON);
  const { session } = perform(program, START, begun, { kind: 'choose', control: 'b' });
  const on = (s: Session): readonly string[] =>
    windowOf(program, START, s).controls.flatMap(({ label, value }) => (value === true ? [label] : []));
  expect(on(begun)).to.deep.equal(['a', 'c', 'e']);
  expect(session && on(session)).to.deep.equal(['b', 'c', 'e']);
});

test('a control that is greyed out is refused', () => {
  const console = run(logOn(consoleOn(START), LOGON), 'MMC');
  expect(() => gesture(console, { kind: 'press', control: 'Export' })).to.throw(Refusal, /not-available/);
});

test('Back returns to the page before, with what was filled in', () => {
  const begun = walk(run(logOn(consoleOn(START), LOGON), 'Deployment Wizard'), [
    ['Deployment Wizard', 'Run', 'pressed'],
    ['Available Certificate Tasks', 'Request', 'pressed'],
    ['Certificate Request', 'Next', 'pressed'],
    ['Delayed or Immediate Requests', 'Next', 'pressed'],
    ['Certificate Request File', 'File name', 'C:\\a.req'],
    ['Certificate Request File', 'Next', 'pressed'],
    ['Specify Alternate Certificate Template', 'Back', 'pressed'],
  ]);
  expect(windowOn(begun).controls.find((control) => control.label === 'File name')?.value).to.equal('C:\\a.req');
});

test('nothing happens to the machine before a wizard is finished', () => {
  const begun = walk(run(logOn(consoleOn(START), LOGON), 'Deployment Wizard'), [
    ['Deployment Wizard', 'Run', 'pressed'],
    ['Available Certificate Tasks', 'Request', 'pressed'],
    ['Certificate Request', 'Next', 'pressed'],
    ['Delayed or Immediate Requests', 'Cancel', 'pressed'],
  ]);
  expect(begun.deployment.machines).to.equal(START.machines);
});

test('labels are compared as a reader would', () => {
  const same = [
    ['Personal Information Exchange – PKCS #12 (.PFX)', 'Personal Information Exchange - PKCS#12 (.PFX)'],
    ['Organization:', 'organization'],
    ['Certificate file contains certificate’s private key', "Certificate file contains certificate's private key"],
    ['Browse…', 'Browse'],
    ['Browse... ', 'Browse'],
    ['Next >', 'next'],
    ['PKCS  # 12', 'PKCS #12'],
    ['Two  words', 'two words'],
    ['File name.:', 'File name'],
  ] as const;
  for (const [a, b] of same) expect(sameLabel(a, b), `${a} | ${b}`).to.equal(true);
  for (const [a, b] of [
    ['Next', 'Back'],
    ['Two words', 'Twowords'],
    ['A: b', 'A b'],
    ['A > B', 'A B'],
    ['', 'Next'],
  ] as const)
    expect(sameLabel(a, b), `${a} | ${b}`).to.equal(false);
});
