/** A way in which the procedures are known to go wrong on real servers. */
export interface KnownFailure {
  readonly id: string;
  readonly symptom: string;
  readonly cause: string;
  readonly fix: string;
  /** the source of the knowledge */
  readonly source: string;
}

const COLUMNS = ['id', 'symptom', 'cause', 'fix', 'source', 'scope'] as const;

/** Reads the tab-separated text of the known failures. An error names its line, the found and the accepted values. */
export function readFailures(text: string): readonly KnownFailure[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (header !== COLUMNS.join('\t')) {
    throw new Error(`failures line 1: found "${header}"; the header is ${COLUMNS.join(', ')}, separated by tabs`);
  }
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const cells = line.split('\t');
    if (cells.length < COLUMNS.length - 1 || cells.length > COLUMNS.length) {
      throw new Error(`failures line ${index + 2}: found ${cells.length} columns; a line has ${COLUMNS.join(', ')}`);
    }
    const [id = '', symptom = '', cause = '', fix = '', source = ''] = cells;
    return [{ id, symptom, cause, fix, source }];
  });
}
