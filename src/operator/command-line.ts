import type { Deployment } from '../world/deployment';
import type { CommandOutcome } from '../world/product';

/** What a command did: the next deployment and what it printed. */
export type CommandResult = CommandOutcome<Deployment>;

/** Splits a line at the Command Prompt at spaces, keeping what stands in double quotes together. */
export function words(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}

/** `-name value` pairs (a name followed by another name is a switch), and the words that stand alone. */
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
