import { factsOf } from '../fact';

/** The facts that the refusals of the console name; arguments are those of PowerShell commands. */
export const OPERATOR_FACTS = {
  'screen.no-logon': 'the desk',
  'screen.page': 'the page "{page}"',
  'screen.no-window': 'no window',
  'place.every-server': 'on every server',
  'program.placed': '{program} ({where})',
  'accounts.none': 'an account of a machine in the environment',
  'argument.braces': 'a script block is written in braces',
  'argument.block': 'it is a script block',
  'argument.string': 'it is a string, not {type}',
  'argument.list': "'System.Object[]' is not {type}",
  'argument.values': 'it has {count} values',
  'argument.nested': 'a list in a list',
  'argument.number': 'Input string was not in a correct format.',
  'argument.date': 'String was not recognized as a valid DateTime.',
  'argument.boolean': 'Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.',
  'argument.enumeration': 'use one of: {values}',
} as const;

export const operatorFact = factsOf(OPERATOR_FACTS);
