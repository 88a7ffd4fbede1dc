/** The tags and comments of features that have a meaning besides Gherkin's. */

export interface NotedTag {
  readonly name: string;
  /** the elements that may have the tag */
  readonly on: string;
  readonly meaning: string;
  readonly example: readonly string[];
}

export interface NotedComment {
  /** with its colon */
  readonly comment: string;
  /** the elements above which the comment is written */
  readonly above: string;
  readonly meaning: string;
  readonly example: readonly string[];
}

export const TAGS: readonly NotedTag[] = [
  {
    name: '@procedure',
    on: 'a scenario',
    meaning:
      'The scenario is a procedure, step by step. It gets a page in the runbook, with the windows of each step. The result of each step is recorded.',
    example: ['@procedure', 'Scenario: Import the certificate'],
  },
  {
    name: '@failure',
    on: 'a scenario, a rule or a feature',
    meaning:
      'The scenario shows how the procedure fails. The runbook shows it at the step that fails, and in its list of failures.',
    example: ['@failure', 'Example: The private key is not exportable'],
  },
  {
    name: '@rollback',
    on: 'a scenario',
    meaning: 'The scenario reverses a step of a procedure: the step that cites the same sentence.',
    example: ['@rollback', 'Example: Assign the earlier certificate again'],
  },
  {
    name: '@waived',
    on: 'a scenario, a rule, a table of examples or a feature',
    meaning: 'It is not executed for now. It needs the comment "# waived: reason" above its tags.',
    example: [
      '# waived until 2027-01-31: the portal is replaced in January',
      '@waived',
      'Example: Order on the portal',
    ],
  },
  {
    name: '@document-defect',
    on: 'a scenario',
    meaning:
      'The scenario shows an error of the source document. The runbook lists it as a finding about the document.',
    example: ['@document-defect', 'Example: The document names a page that does not exist'],
  },
  {
    name: '@judgement',
    on: 'a scenario',
    meaning: 'What the judge finds in it is in the list of findings about the deployment.',
    example: ['@judgement', 'Scenario: The state before the change'],
  },
];

export const COMMENTS: readonly NotedComment[] = [
  {
    comment: '# source:',
    above: 'a step, a scenario, a rule or a feature',
    meaning: 'The ids of the sentences of the source document that it executes.',
    example: ['# source: 04952-177 04952-178', 'When the operator runs "Deployment Wizard"'],
  },
  {
    comment: '# failure:',
    above: 'a scenario',
    meaning: 'The id of the known failure that the scenario shows, from the list of failures of the document.',
    example: ['# failure: F13', '@failure', 'Example: The private key is not exportable'],
  },
  {
    comment: '# fails at:',
    above: 'a scenario with @failure',
    meaning: 'The sentence at which the procedure fails, where it is not one that the scenario cites as its source.',
    example: ['# fails at: 04952-192', '@failure', 'Example: The private key is not exportable'],
  },
  {
    comment: '# cannot be taken back:',
    above: 'a step',
    meaning: 'The step cannot be reversed. The text says what remains.',
    example: ['# cannot be taken back: the request remains in the database', 'When the operator submits the request'],
  },
  {
    comment: '# waived:',
    above: 'the tags of an element with @waived',
    meaning: 'The reason why it is not executed. "# waived until YYYY-MM-DD: reason" ends after that day (UTC).',
    example: ['# waived: the earlier portal is switched off', '@waived', 'Rule: The earlier portal'],
  },
];
