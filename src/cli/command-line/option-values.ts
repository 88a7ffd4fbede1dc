import { InvalidArgumentError } from 'commander';

/** Reads a whole number between two bounds, both included. Throws Commander's error for anything else. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`give a whole number from ${least} to ${most}.`);
  };
}

/** Reads a percentage from 0 to 100. Throws Commander's error for anything else. */
export function percentage(value: string): number {
  const number = /^\d{1,3}(\.\d{1,6})?$/.test(value) ? Number(value) : Number.NaN;
  if (number <= 100) return number;
  throw new InvalidArgumentError('give a number from 0 to 100.');
}

/** Reads the path of a counterexample, `12:0:3`. Throws Commander's error for anything else. */
export function counterexamplePath(value: string): string {
  if (/^\d+(:\d+)*$/.test(value)) return value;
  throw new InvalidArgumentError('give numbers separated by colons, as in the message about the counterexample.');
}
