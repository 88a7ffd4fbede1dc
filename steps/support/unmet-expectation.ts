import { AssertionError } from 'chai';

/** A result that differs from the expected one. The first line of its message has both, as JSON. */
export class UnmetExpectation extends Error {
  constructor(subject: string, expected: unknown, found: unknown) {
    super(`${subject}expected ${shown(expected)}, found ${shown(found)}`);
    this.name = 'UnmetExpectation';
  }
}

/** The error to report for an error of a step: an assertion names what was expected and what was found. */
export function explained(error: unknown): unknown {
  if (!(error instanceof AssertionError)) return error;
  const { expected, actual } = { expected: undefined, actual: undefined, ...error };
  const comparison = Object.hasOwn(error, 'expected') && Object.hasOwn(error, 'actual');
  if (!comparison) return named(error);
  const subject = /^([^\n]*?: )?expected /.exec(error.message)?.[1] ?? '';
  return new UnmetExpectation(subject, expected, actual);
}

/** The same error as an ordinary one: the formatter of stack traces leaves out the message of an assertion. */
function named(error: Error): Error {
  const other = new Error(error.message);
  other.name = 'UnmetExpectation';
  return other;
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}
