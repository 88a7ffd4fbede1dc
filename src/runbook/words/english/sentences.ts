/** The sentences that the pages say about a whole page, in English. A message has a form for one thing and one for several. */
export const SENTENCES = {
  fullStop: '.',
  gap: ' ',
  clause: ', ',
  brackets: ' ({inside})',
  quoted: '"{text}"',
  productLabel: '{english} ({own})',
  entries: { one: '{count} entry', other: '{count} entries' },
  scenarios: { one: '{count} scenario', other: '{count} scenarios' },
  steps: { one: '{count} step', other: '{count} steps' },
  /** a range of servers; `first` and `last` are names */
  serverRange: { one: '{first} to {last} ({count} server)', other: '{first} to {last} ({count} servers)' },
  sourceSentences: { one: '{count} sentence', other: '{count} sentences' },

  runbook: 'Runbook',
  runbookOf: 'Certificate runbook: {environment}',
  scenariosTitle: 'Scenarios',
  scenariosOf: 'Scenarios: {title}',
  findingsTitle: 'Findings',
  findingsOf: 'Findings: {environment}',
  coverageTitle: 'Sentences of the source document',
  filesTitle: 'Files produced',

  problemsFound: {
    one: '{count} problem was found in {scenarios}.',
    other: '{count} problems were found in {scenarios}.',
  },
  doNotFollow: ' Do not follow the marked steps before that is resolved.',
  someStale: {
    one: '{passed} of {scenarios} passed, and what it rests on has changed since: execute it again before you follow it.',
    other:
      '{passed} of {scenarios} passed, and what some of them rest on has changed since: execute the stale ones again before you follow them.',
  },
  allPassed: {
    one: 'Every step was executed and did what it says: {scenarios}, which passed.',
    other: 'Every step was executed and did what it says: {scenarios}, all passed.',
  },
  uncovered: {
    one: ' {count} pool of the environment was not completely covered; see below.',
    other: ' {count} pools of the environment were not completely covered; see below.',
  },
  nothingCarriedThrough: 'No procedure was completed.',
  nothingFailed: 'Nothing failed: {passed} of {scenarios} passed.',
  notCarriedThrough: ' {count} could not be completed here; the reasons are given.',
  notSelected: ' {count} not selected for this run.',
  waived: ' {count} deliberately not executed for now; the reasons are given.',

  noDocumentDefects: 'No scenario shows a defect of the document.',
  documentDefects: {
    one: 'The document was done literally in {count} place where it is wrong or incomplete.',
    other: 'The document was done literally in {count} places where it is wrong or incomplete.',
  },
  waysToFail: {
    one: '{count} way in which the procedures fail, by the code or the event that is seen first.',
    other: '{count} ways in which the procedures fail, by the code or the event that is seen first.',
  },
  codes: {
    one: '{count} code that the judge can give to a finding.',
    other: '{count} codes that the judge can give to a finding.',
  },
  noLedger: 'There is no ledger of a source document.',
  covered: '{verified} of {sentences} verified, {waived} waived with a reason{stale}.',
  coveredStale: ', {count} stale',
  files: {
    one: '{count} file that the run produced; none holds a private key.',
    other: '{count} files that the run produced; none holds a private key.',
  },

  stepsExecuted: '{done} of {steps} executed as written',
  scenariosHold: { one: '{count} of {scenarios} holds', other: '{count} of {scenarios} hold' },
  relatedScenarios: { one: '{count} scenario about it', other: '{count} scenarios about it' },
  waivedHere: '{count} waived',
  doNotFollowHere: 'do not follow the marked steps',
  staleHere: 'and what they rest on has moved since; execute them again before you follow them',
  nothingExecuted: 'nothing was executed',

  notJudged: 'the deployment was not judged',
  deploymentFindings: '{count} about the deployment',
  noDeploymentFindings: 'none about the deployment',
  documentFindings: '{count} about the document',
  noDocumentFindings: 'no scenario examined the document',
  confirmed: '{count} confirmed',
  errors: { one: '{count} error', other: '{count} errors' },
  warnings: { one: '{count} warning', other: '{count} warnings' },
  infos: '{count} info',

  newlyFailing: '{count} newly failing',
  newlyPassing: '{count} newly passing',
  otherStates: 'Other states of scenarios; see below.',
  changedProcedures: 'procedures: {changes}',
  changedScenarios: 'scenarios: {changes}',
  changedSteps: 'steps: {changes}',
  changedAdded: '{count} added',
  changedRemoved: '{count} removed',
  changedReworded: '{count} reworded',
  changedExpectation: '{count} with another expected result',
  changedMoved: '{count} moved',
} as const;
