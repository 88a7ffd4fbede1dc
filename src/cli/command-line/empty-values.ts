import type { Command } from 'commander';
import { InputError } from '../../input-error';

/**
 * Throws an InputError for an empty option or argument, because an unset variable of the shell is a likely reason.
 * Also throws one for an option that has taken the next option for its value.
 */
export function refuseEmptyValues(command: Command): void {
  const flags = command.options.flatMap(({ short, long }) => [short, long]);
  for (const option of command.options) {
    const name = option.attributeName();
    const given: unknown = command.getOptionValueSource(name) === 'cli' ? command.getOptionValue(name) : undefined;
    for (const value of [given].flat()) {
      if (typeof value !== 'string') continue;
      if (isEmpty(value) && !MAY_BE_EMPTY.includes(name))
        throw new InputError(`${option.long} is empty; give a value, or leave the option out`);
      if (flags.includes(value))
        throw new InputError(`${option.long} has no value before ${value}; give one, or leave the option out`);
    }
  }
  if (command.args.some(isEmpty)) throw new InputError('an argument is empty; give a value, or leave it out');
}

/** An empty password differs from none. */
const MAY_BE_EMPTY: readonly string[] = ['password'];

function isEmpty(value: string): boolean {
  return value.trim() === '';
}
