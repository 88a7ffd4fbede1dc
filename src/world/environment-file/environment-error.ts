/** One error in an environment file, with its position and the accepted values. All errors are reported together. */

export interface FileError {
  readonly file: string;
  /** starts at 1 */
  readonly line: number;
  /** starts at 1, in UTF-16 units */
  readonly column: number;
  /** `pki.authorities[1].host`; empty if the text is not YAML */
  readonly path: string;
  /** the found value as shown: text in quotes, `nothing`, `a list of 2 items`, … */
  readonly found: string;
  readonly accepted: string;
}

export class EnvironmentError extends Error {
  readonly errors: readonly FileError[];

  constructor(errors: readonly FileError[]) {
    super(errors.map(line).join('\n'));
    this.name = 'EnvironmentError';
    this.errors = errors;
  }
}

function line({ file, line, column, path, found, accepted }: FileError): string {
  const where = path === '' ? '' : ` ${path}:`;
  return `${file}:${line}:${column}${where} found ${found}, accepted: ${accepted}`;
}
