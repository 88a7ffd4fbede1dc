/** Receives the exit code of a command. */
export type Finish = (code: number) => void;

/** Options that several commands have. */
export const ENVIRONMENT = '--environment <file>';
export const JSON_OUTPUT = ['--json', 'print a JSON object to standard output', false] as const;
