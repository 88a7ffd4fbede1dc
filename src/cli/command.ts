import { CommanderError } from 'commander';
import { fileErrorText } from '../file-error';
import { InputError } from '../input-error';
import { Refusal } from '../refusal';
import { EnvironmentError } from '../world/environment-file/environment-error';
import { program } from './command-line/program';
import { endOnOutputErrors } from './terminal/output-errors';
import { paintFor } from './terminal/paint';
import { print } from './terminal/print';

/** The exit code for an error of this program: EX_SOFTWARE of sysexits.h. */
const BUG = 70;
const COULD_NOT_RUN = 2;

/**
 * Executes the command line of the process and sets its exit code. 0: everything holds. 1: the command ran, and something
 * does not hold. 2: the command could not run. 70: an error of this program.
 */
export async function runCommand(): Promise<void> {
  endOnOutputErrors();
  process.on('uncaughtException', (error) => {
    // While a step runs, Cucumber listens, too, and the step fails.
    if (process.listenerCount('uncaughtException') === 1) process.exit(exitCodeFor(error));
  });
  const isEnded = endOfProcess();
  process.exitCode = await exitCodeOf(process.argv);
  isEnded();
}

/**
 * Executes a command line, tells its error on the standard error output, and returns the exit code.
 *
 * @param argv as `process.argv`: the arguments are those from the third on
 */
export async function exitCodeOf(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  try {
    await program((code) => {
      exitCode = code;
    }).parseAsync(argv);
  } catch (error) {
    exitCode = exitCodeFor(error);
  }
  return exitCode;
}

/** A process that ends before its command has a result must not look like success. Returns what to call at the result. */
function endOfProcess(): () => void {
  const onExit = (code: number): void => {
    if (code !== 0) return;
    process.stderr.write('bug: the process ended before the command had a result\n');
    process.exitCode = BUG;
  };
  process.on('exit', onExit);
  return () => process.off('exit', onExit);
}

/** Tells the error, and returns its exit code. */
function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : COULD_NOT_RUN;
  const text = isInput(error) ? error.message : fileErrorText(error);
  if (text !== undefined) {
    print(process.stderr, `${paintFor(process.stderr)('bad', 'error:')} ${text}\n`);
    return COULD_NOT_RUN;
  }
  process.stderr.write(`bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return BUG;
}

function isInput(error: unknown): error is Error {
  return error instanceof InputError || error instanceof EnvironmentError || error instanceof Refusal;
}
