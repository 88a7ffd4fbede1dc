/** What is wrong with an environment file, all of it at once, each with its place and what would be right. */

export interface Mistake {
  readonly file: string;
  /** counted from 1 */
  readonly line: number;
  /** counted from 1, in UTF-16 units */
  readonly column: number;
  /** `pki.authorities[1].host`; empty where the text is not YAML */
  readonly path: string;
  /** as shown: text in quotes, `nothing`, `a list of 2 items`, … */
  readonly found: string;
  readonly accepted: string;
}

export class EnvironmentError extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(line).join('\n'));
    this.name = 'EnvironmentError';
    this.mistakes = mistakes;
  }
}

function line({ file, line, column, path, found, accepted }: Mistake): string {
  const where = path === '' ? '' : ` ${path}:`;
  return `${file}:${line}:${column}${where} found ${found}, accepted: ${accepted}`;
}
