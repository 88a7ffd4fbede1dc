/** Labels and messages of a procedure's grid and of the operator's sheet, in English. */
export const SHEET_LABELS = {
  notThere: 'not done on this server',
  gridAbout:
    'A mark shows what the rehearsal executed on that server. A dash shows that nothing is done there. Tick the square when you have done the step.',
  sheet: 'Operator’s sheet',
  sheetAbout:
    'For each step and server there is a square to tick, and room for initials, for the value that you actually found, and for the time. What you enter stays in this browser and nowhere else; on paper the squares and lines are for a pen.',
  sheetFingerprint: 'Fingerprint of this page:',
  done: 'Done',
  doneOf: '{done} of {all} done',
  initials: 'Initials',
  actualValue: 'Actual value',
  time: 'Time',
  exportSheet: 'Export the sheet',
  importSheet: 'Import a sheet',
  clearSheet: 'Clear the sheet',
  exportKept: 'Export that sheet',
  removeKept: 'Remove that sheet',
  keepIt: 'Keep it',
  goAhead: 'Yes, delete',
  unkept:
    'This browser keeps nothing for this page: entries are lost when it is closed. Export the sheet before you leave.',
  exported: 'Exported as {file}.',
  imported: 'Imported from {file}. Entries taken over: {taken}.',
  importedLeft:
    'Imported from {file}. Entries taken over: {taken}. Entries left as they are, because they say something else here: {left}. To have those of the file, clear the sheet and import it again.',
  valuesTaken: ' The page now uses and shows the values of the imported sheet.',
  valuesLeft:
    ' It contains other values. The page keeps your values. To see those of the file, go back to the verified values and import it again.',
  cleared: 'The sheet is empty.',
  noSheet:
    'Not imported: {file} is not an operator’s sheet. Found {found}. Choose a file that such a page has exported. Nothing here has changed.',
  sheetElsewhere:
    'Not imported: {file} is the sheet of another procedure, {found}; this page is {own}. Import it there. Nothing here has changed.',
  otherSheet:
    'Not imported: {file} belongs to a page with the fingerprint {found}, and this page has {own}: what was verified is not the same. Import it on the page that it belongs to, or render that page again from its recorded messages; or begin a new sheet here. Nothing here has changed.',
  keptSheet:
    'This browser also keeps a sheet of this procedure for a page with the fingerprint {found}. This page has the fingerprint {own}, so the sheet is not used here. Nothing of it is lost: open the page that it belongs to, render that page again from its recorded messages, or export the sheet.',
  askClear: 'Delete all entries of this sheet? Without an export they cannot be brought back.',
  askRemove: 'Delete the sheet with the fingerprint {found}? Without an export it cannot be brought back.',
  machine: 'Machine',
  everyMachine: 'Every machine',
  stepOf: 'Step {number} of {all}',
  planKeys: 'Keys: j or n next step, k or p previous step, x done.',
  chooseOne: 'Choose one',
  noteAndTime: 'Note and time',
  open: 'Not done yet',
  failed: 'Failed',
  skipped: 'Skipped',
  note: 'Note or reason',
  changeRecord: 'Sign-off',
  changeRecordAbout:
    'One record for the whole change. What you enter stays in this browser and nowhere else; on paper the lines are for a pen. A skipped step needs a reason. A step that failed in the rehearsal cannot be ticked.',
  approver: 'Approved by',
  begun: 'Start',
  ended: 'End',
  attachmentNames: 'Names of attachments',
  recordTally: '{done} done, {failed} failed, {skipped} skipped, {open} open; skipped without a reason: {unexplained}',
  exportRecord: 'Export the record',
  importRecord: 'Import a record',
  clearRecord: 'Clear the record',
  printChecklist: 'Print the checklist',
  printEvidence: 'Print the full evidence',
  printRecord: 'Print the signed record',
  recordLeft:
    'Imported from {file}. Entries taken over: {taken}. Entries left as they are, because they say something else here: {left}.',
  recordWrong: 'Not imported: {file} is not a change record of this plan. Found {found}. Nothing here has changed.',
  recordOther:
    'Not imported: {file} belongs to a page with the fingerprint {found}, and this page has {own}: what was verified is not the same. Nothing here has changed.',
  recordCleared: 'The record is empty.',
  askClearRecord: 'Delete all entries of this record? Without an export they cannot be brought back.',
} as const;
