import { type DataTable, When } from '@cucumber/cucumber';
import { logOn, run, windowOn } from '../src/operator/console';
import { move, repeatOn, walk } from '../src/operator/moves';
import { typeCommand } from '../src/operator/prompt';
import { approvedWhereWaiting } from '../src/operator/tasks/authority';
import { textOfFile, textShown } from './support/observations/window-texts';
import { selectWhereShown } from './support/optional-box';
import type { Role } from './support/phrases/phrases';
import { reason } from './support/reasons';
import { PAIRS, pairsOf, TEXT, tableOf } from './support/tables';
import { isListed, offersTemplates, selectTemplate } from './support/template-selection';
import type { RehearsalWorld } from './support/world';

/** Steps about the actions of the operator on the screen, in the words of the document. */

const MOVES = tableOf('page', 'control', 'value');

When('the operator {logsOn} to {server} as {role}', function (this: RehearsalWorld, _: string, on: string, role: Role) {
  const account = role(on);
  if (account === null) return this.requires(false, reason('not-applicable.no-local-account'));
  this.act((console) => logOn(console, { on, account }));
});

When('the operator runs {string}', function (this: RehearsalWorld, what: string) {
  const program = this.text(what);
  this.act((console) => run(console, program));
});

When('on {string} the operator uses {string}', function (this: RehearsalWorld, page: string, control: string) {
  this.act((console) => move(console, { page, control, value: 'pressed' }));
});

When('on {string} the operator fills in:', PAIRS, function (this: RehearsalWorld, page: string, table: DataTable) {
  const moves = pairsOf(table).map(([control, value]) => [page, control, this.text(value)] as const);
  this.act((console) => walk(console, moves));
});

When('the operator goes through:', MOVES, function (this: RehearsalWorld, table: DataTable) {
  const moves = MOVES.rowsOf(table).map(({ page, control, value }) => [page, control, this.text(value)] as const);
  this.act((console) => walk(console, moves));
});

When(
  'on {string} the operator reads and goes on:',
  PAIRS,
  function (this: RehearsalWorld, page: string, table: DataTable) {
    for (const [label, value] of pairsOf(table)) textShown(windowOn(this.console), label, this.text(value));
    this.act((console) => move(console, { page, control: 'Next', value: 'pressed' }));
  },
);

When('the operator repeats this procedure on {servers}', function (this: RehearsalWorld, servers: readonly string[]) {
  const logons = servers.map((on) => this.logonAt(on));
  this.act((console) => repeatOn(console, logons));
});

When('the operator {types} the command:', TEXT, function (this: RehearsalWorld, _: string, command: string) {
  const typed = this.text(command);
  this.act((console) => typeCommand(console, typed));
});

When('the operator tries the command:', TEXT, function (this: RehearsalWorld, command: string) {
  const typed = this.text(command);
  this.attempt((console) => typeCommand(console, typed));
});

When(
  'the operator pastes the content of {string} into {string}',
  function (this: RehearsalWorld, path: string, control: string) {
    const contentOf = this.text(path);
    const value = textOfFile(this.console, contentOf);
    this.act((console) => move(console, { page: windowOn(console).page, control, value, contentOf }));
  },
);

When(
  'the operator selects the template {string} where the authority has templates',
  function (this: RehearsalWorld, name: string) {
    const title = offersTemplates(this.deployment, this.text(name));
    if (title === null) this.notApplicable = reason('not-applicable.no-template-to-select');
    else if (isListed(this.console, title)) this.act((console) => selectTemplate(console, title));
    else return this.requires(false, reason('not-applicable.template-not-listed', { template: title }));
    return undefined;
  },
);

When(
  'where the page {string} has a box {string}, the operator selects it',
  function (this: RehearsalWorld, page: string, box: string) {
    this.act((console) => selectWhereShown(console, page, box));
  },
);

When('where the request waits, a certificate manager issues it', function (this: RehearsalWorld) {
  this.act(approvedWhereWaiting);
});
