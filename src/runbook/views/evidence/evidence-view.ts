import type { CommandRecord, EvidenceRecord } from '../../../evidence/records';
import type { StepOutput } from '../../../recording/model/step-output';
import { uniqueSorted } from '../../unique-sorted';
import type { TextWords } from '../../words/text-words';
import type { PageContext } from '../page-context';
import { type AttachmentView, attachmentView } from './attachment-view';
import { type CommandPart, commandParts } from './command-parts';
import { certificateView, type DecodedView, requestView } from './decoded-view';
import { type FindingView, findingView } from './finding-view';
import { type SessionView, sessionsOf } from './session';

/** What a step left behind, ready to be drawn. Machines with equal records share one entry. */
export interface EvidenceView {
  readonly any: boolean;
  /** the windows, by where the step was carried out */
  readonly sessions: readonly SessionView[];
  readonly changes: readonly { readonly on: string; readonly changes: readonly ChangeView[] }[];
  readonly commands: readonly CommandView[];
  readonly certificates: readonly DecodedView[];
  readonly requests: readonly DecodedView[];
  readonly files: readonly {
    readonly name: string;
    readonly path: string;
    readonly on: string;
    readonly href: string;
  }[];
  readonly dispositions: readonly ReturnType<TextWords['disposition']>[];
  readonly refusals: readonly ReturnType<TextWords['refusal']>[];
  /** the findings of the judge, each time it was asked */
  readonly findings: readonly { readonly lines: readonly FindingView[] }[];
  readonly others: readonly AttachmentView[];
}

export type ChangeView = ReturnType<TextWords['change']>;

export interface CommandView extends Required<CommandRecord> {
  readonly parts: readonly CommandPart[];
}

const NOTHING: EvidenceView = {
  any: false,
  sessions: [],
  changes: [],
  commands: [],
  certificates: [],
  requests: [],
  files: [],
  dispositions: [],
  refusals: [],
  findings: [],
  others: [],
};

/**
 * Arranges the records of one step.
 *
 * @param warned the labels of the controls with a warning
 */
export function evidenceView(
  { records, others }: StepOutput,
  context: PageContext,
  warned: readonly string[] = [],
): EvidenceView {
  if (records.length + others.length === 0) return NOTHING;
  const { outline, words } = context;
  const { anchors } = outline;
  const of = <K extends EvidenceRecord['kind']>(kind: K) =>
    records.filter((record): record is Extract<EvidenceRecord, { kind: K }> => record.kind === kind);
  return {
    any: others.length > 0 || records.some(({ kind }) => !ELSEWHERE.includes(kind)),
    sessions: sessionsOf(of('window'), warned, words),
    changes: onEach(of('change'), ({ changes }) => changes)
      .filter(({ changes }) => changes.length > 0)
      .map(({ on, changes }) => ({ on: words.screen(on), changes: changes.map(words.change) })),
    commands: runsOfEqual(of('command')).map((command) => ({
      ...command,
      output: command.output ?? '',
      parts: commandParts(command.text),
    })),
    certificates: of('certificate').map((record) => certificateView(record, anchors)),
    requests: of('request').map((record) => requestView(record, anchors)),
    files: of('file').map((record) => ({ on: record.on, path: record.path, ...anchors.file(record) })),
    dispositions: of('disposition').map(words.disposition),
    refusals: of('refusal').map(words.refusal),
    findings: of('findings').map(({ findings }) => ({ lines: findings.map((line) => findingView(line, context)) })),
    others: others.map(attachmentView),
  };
}

/** The commands in the order of execution; the same command on one machine after the other is shown once. */
function runsOfEqual(commands: readonly CommandRecord[]): readonly CommandRecord[] {
  const contentOf = ({ shell, text, typed, output = '' }: CommandRecord) =>
    JSON.stringify([shell, text, typed, output]);
  const runs: CommandRecord[][] = [];
  for (const command of commands) {
    const last = runs.at(-1);
    if (last?.[0] && contentOf(last[0]) === contentOf(command)) last.push(command);
    else runs.push([command]);
  }
  return runs.flatMap((run) => onEach(run, contentOf));
}

/** Records that are shown elsewhere than with a step. */
const ELSEWHERE: readonly EvidenceRecord['kind'][] = [
  'run',
  'texts',
  'finding-codes',
  'not-applicable',
  'waived',
  'machines',
  'actions',
];

/** Records that are equal except for the machine become one record that names every machine. */
function onEach<R extends { readonly on: string }>(
  records: readonly R[],
  contentOf: (record: R) => unknown,
): readonly R[] {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const key = JSON.stringify(contentOf(record));
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((first) => ({ ...first, on: uniqueSorted(group.map(({ on }) => on)).join(', ') })),
  );
}
