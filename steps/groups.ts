/** A group of step definitions: what a writer wants to say with them. */
export interface DefinitionGroup {
  readonly title: string;
  /** its place in the reference; groups of one title have the same place */
  readonly place: number;
  /** the files of the group in this folder, without `.steps.ts` */
  readonly files: readonly string[];
}

/** The groups of the step definitions for every product. */
export const GROUPS: readonly DefinitionGroup[] = [
  { place: 2, title: 'Say what is different from the usual: faults and circumstances', files: ['circumstance'] },
  { place: 3, title: 'Use the screen as the document says it', files: ['operator'] },
  { place: 9, title: 'Operate the authority, and check what it issues', files: ['authority'] },
  { place: 10, title: 'Carry files, and check them', files: ['file'] },
  { place: 11, title: 'Expect a refusal, or no change', files: ['outcome'] },
  { place: 13, title: 'Ask the judge', files: ['judgement'] },
];
