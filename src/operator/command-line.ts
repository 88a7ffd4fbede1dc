import type { Deployment } from '../world/deployment';
import type { CommandOutcome } from '../world/product';

/** The result of a command: the next deployment and the printed lines. */
export type CommandResult = CommandOutcome<Deployment>;

/** Splits a line of the Command Prompt at spaces; text in double quotes remains one word. */
export function words(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}

/** `-name value` pairs and all other words. A name followed by another name is a switch. */
export function parsed(tokens: readonly string[]): {
  readonly options: Readonly<Record<string, string>>;
  readonly operands: readonly string[];
} {
  const options: Record<string, string> = {};
  const operands: string[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    const value = tokens[index + 1] ?? '-';
    if (!token.startsWith('-')) operands.push(token);
    else if (value.startsWith('-')) options[token.toLowerCase()] = '';
    else {
      options[token.toLowerCase()] = value;
      index += 1;
    }
  }
  return { options, operands };
}
