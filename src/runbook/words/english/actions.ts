/** What the operator does, in English. Each text is an imperative, used alone or after a text such as "In {page},". */
export const ACTIONS = {
  press: 'press {control}',
  choose: 'choose {control}',
  tick: 'select {control}',
  untick: 'clear {control}',
  type: 'type {value} in {control}',
  typePassword: 'type the password in {control}',
  empty: 'leave {control} empty',
  select: 'select {value} in {control}',
  paste: 'paste the content of {value} into {control}',
  logOn: 'log on to {machine} as {account}',
  start: 'start {program}',
  visit: 'open {address} in the browser',
  carry: 'carry {file} from {machine} to {machines}',
  run: 'in {shell}, run {command}',
  /** what an executed failure says about a choice */
  careful: 'Careful with {control}. {failure}: {consequence}',
  portal:
    'submit {request} on the web portal of {authority}, and save the delivered certificate as {certificate} and its chain as {chain}',
  issue: 'have a certificate manager of {authority} issue the waiting request',
  /** sentences of several actions */
  inPage: 'In {page}',
  inPageDo: 'In {page}, {actions}',
  inOrder: '{first}, then {last}',
  through: 'Go through {pages}',
  both: '{first} and {last}',
  repeat: 'Repeat the steps above on {machines}',
  check: 'Check: {statement}',
} as const;
