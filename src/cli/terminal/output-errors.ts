import { fileErrorText } from '../../file-error';

/** The exit code of a program that a closed pipe ends: 128 and the number of SIGPIPE. */
const CLOSED_PIPE = 141;

/**
 * Ends the process when its output fails. If the reader has closed the pipe, it ends without a text, as other programs
 * do. Else it ends with exit code 2 and a message on the error output.
 */
export function endOnOutputErrors(): void {
  process.stdout.on('error', (error) => endWith(error, 'the standard output'));
  process.stderr.on('error', (error) => endWith(error, undefined));
}

/** @param name the output in the message; undefined: no message, because the error output has failed */
function endWith(error: NodeJS.ErrnoException, name: string | undefined): void {
  if (error.code === 'EPIPE') process.exit(CLOSED_PIPE);
  if (name !== undefined) process.stderr.write(`error: ${fileErrorText(error, name) ?? `${name}: ${error.message}`}\n`);
  process.exit(2);
}
