/** The words for scenarios that are no rehearsal, in English: without procedures, machines and simulation. */
export const NEUTRAL = {
  labels: {
    runbook: 'Test report',
    aboutProcedure: 'About this feature',
    pages: 'Pages of the report',
    tooLarge: 'kept beside the report',
    madeBy: 'Made from the recorded messages of the run and nothing else.',
  },
  states: { verified: 'Passed', failing: 'Failed' },
  meanings: { verified: 'All its steps passed.', failing: 'A step or a hook failed.' },
  sentences: {
    nothingCarriedThrough: 'No scenario was completed.',
    problemsFound: {
      one: '{count} of {scenarios} failed.',
      other: '{count} of {scenarios} failed.',
    },
    allPassed: { one: 'All passed: {scenarios}.', other: 'All passed: {scenarios}.' },
    notCarriedThrough: {
      one: ' {count} was not completed; the reason is given.',
      other: ' {count} were not completed; the reasons are given.',
    },
  },
} as const;
