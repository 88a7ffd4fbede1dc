/** Feature files before and after a change; each shows one kind of change. */

interface Edit {
  readonly before: string;
  readonly after: string;
}

const scenario = (name: string, ...steps: readonly string[]) =>
  `  Example: ${name}\n${steps.map((step) => `    ${step}\n`).join('')}\n`;
const feature = (title: string, ...parts: readonly string[]) => `Feature: ${title}\n\n${parts.join('')}`;

const WALK = [
  'Given the wizard is open',
  'When the operator types a name',
  'And presses Next',
  'Then the page is shown',
];

export const EDITS: Readonly<Record<string, Edit>> = {
  'unchanged.feature': {
    before: feature('Unchanged', scenario('one', ...WALK)),
    after: feature('Unchanged', '\n\n  # a remark\n', scenario('one', ...WALK)),
  },
  'reworded.feature': {
    before: feature('Reworded', scenario('one', ...WALK)),
    after: feature('Reworded', scenario('one', ...WALK.with(1, 'When the operator types a friendly name'))),
  },
  'by-source.feature': {
    before: feature(
      'By source',
      scenario('one', 'Given a', '# source: S-1', 'When x is y', '# source: S-2', 'And q is r', 'Then d'),
    ),
    after: feature(
      'By source',
      scenario('one', 'Given a', '# source: S-2', 'When q becomes r', '# source: S-1', 'And x was y', 'Then d'),
    ),
  },
  'other-source.feature': {
    before: feature('Other source', scenario('one', 'Given a', '# source: S-1', 'When x is y', 'Then d')),
    after: feature('Other source', scenario('one', 'Given a', '# source: S-3', 'When x is yellow', 'Then d')),
  },
  'moved.feature': {
    before: feature('Moved', scenario('one', 'Given a', 'And b', 'And c')),
    after: feature('Moved', scenario('one', 'Given b', 'And c', 'And a')),
  },
  'added-and-removed.feature': {
    before: feature('Added and removed', scenario('one', 'Given a', 'When b', 'When c', 'Then d')),
    after: feature('Added and removed', scenario('one', 'Given a', 'When c', 'Then d', 'And e')),
  },
  'expectation.feature': {
    before: feature('Expectation', scenario('one', 'When a', 'Then 1 file is there', 'And the table:', '  | x | 1 |')),
    after: feature('Expectation', scenario('one', 'When a', 'Then 2 files are there', 'And the table:', '  | x | 2 |')),
  },
  'background.feature': {
    before: feature(
      'Background',
      '  Background:\n    Given a pool\n\n',
      scenario('one', 'When a'),
      scenario('two', 'When b'),
    ),
    after: feature(
      'Background',
      '  Background:\n    Given a big pool\n\n',
      scenario('one', 'When a'),
      scenario('two', 'When b'),
    ),
  },
  'scenarios.feature': {
    before: feature(
      'Scenarios',
      ...['  Rule: First rule\n', scenario('renamed', 'Given it is renamed', 'When b'), scenario('gone', 'When gone')],
      ...[
        '  Rule: Second rule\n',
        scenario('stays', 'When s'),
        scenario('stays too', 'When t'),
        scenario('wanders', 'When w'),
      ],
    ),
    after: feature(
      'Scenarios',
      ...['  Rule: First rule, said better\n', scenario('has another name', 'Given it is renamed', 'When b')],
      ...[
        '  Rule: Second rule\n',
        scenario('wanders', 'When w'),
        scenario('stays', 'When s'),
        scenario('stays too', 'When t'),
        scenario('new', 'When n'),
      ],
    ),
  },
  'title.feature': {
    before: feature('The old title', scenario('one', 'When a')),
    after: feature('The new title', scenario('one', 'When a')),
  },
  'outcomes.feature': {
    before: feature(
      'Outcomes',
      ...[
        scenario('breaks', 'When a works'),
        scenario('is repaired', 'When b fails'),
        scenario('stays bad', 'When c fails'),
      ],
      ...[scenario('waits', 'When d')],
    ),
    after: feature(
      'Outcomes',
      ...[
        scenario('breaks', 'When a fails'),
        scenario('is repaired', 'When b works'),
        scenario('stays bad', 'When c fails'),
      ],
      ...[scenario('waits', 'When d waits'), scenario('is born bad', 'When e fails')],
    ),
  },
  'removed.feature': { before: feature('Removed file', scenario('one', 'When r')), after: '' },
  'added.feature': { before: '', after: feature('Added file', scenario('one', 'When z')) },
  'here/file.feature': { before: feature('Moved file', scenario('one', 'When m')), after: '' },
  'there/file.feature': { before: '', after: feature('Moved file', scenario('one', 'When m')) },
};

/** The files of one side; missing ones are omitted. */
export function filesOf(side: keyof Edit): Readonly<Record<string, string>> {
  const files = Object.entries(EDITS).map(([name, edit]) => [name, edit[side]] as const);
  return Object.fromEntries(files.filter(([, text]) => text !== ''));
}
