import { spawnSync } from 'node:child_process';
import { MAIN } from './rehearse';

/** A terminal of util-linux's `script`, in which the compiled program runs. */

const PROBE = spawnSync('script', ['--version'], { encoding: 'utf8' });

/** The reason why tests in a terminal cannot run here; false if they can. */
export const NO_TERMINAL = PROBE.stdout?.includes('util-linux') ? (false as const) : "needs util-linux's script";

/** The exit code, and what the terminal received. */
export interface TerminalRun {
  readonly status: number | null;
  readonly screen: string;
}

/**
 * Runs `rehearse …` in a terminal with that many columns. Variables about colours are unset unless they are given.
 */
export function inTerminal(
  args: readonly string[],
  { cwd, columns, env = {} }: { readonly cwd: string; readonly columns: number; readonly env?: NodeJS.ProcessEnv },
): TerminalRun {
  const command = `stty cols ${columns} rows 24; exec ${[process.execPath, MAIN, ...args].map(quoted).join(' ')}`;
  // with CI set, Node.js takes every terminal for one without colours
  const { NO_COLOR: _, FORCE_COLOR: __, NODE_DISABLE_COLORS: ___, CI: ____, ...inherited } = process.env;
  const { status, stdout } = spawnSync('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd,
    encoding: 'utf8',
    env: { ...inherited, TERM: 'xterm-256color', ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, screen: stdout.replaceAll('\r\n', '\n') };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
