import { AsyncLocalStorage } from 'node:async_hooks';
import { exitCodeOf } from '../../src/cli/command';
import type { Ran } from './rehearse';
import { ROOT } from './root';

interface Output {
  stdout: string;
  stderr: string;
}

const current = new AsyncLocalStorage<Output>();

/**
 * `rehearse …` in this process, which takes a fraction of the time of a process for each command line. Use a process for
 * command lines that load the user's programs: Node.js loads them only once.
 *
 * @param env variables of the environment to set during the command
 */
export async function rehearseHere(
  args: readonly string[],
  cwd: string = ROOT,
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const output: Output = { stdout: '', stderr: '' };
  const before = process.cwd();
  const restore = [captured('stdout'), captured('stderr'), withVariables(env)];
  process.chdir(cwd);
  try {
    const status = await current.run(output, () => exitCodeOf(['node', 'rehearse', ...args]));
    return { status, ...output };
  } finally {
    process.chdir(before);
    for (const each of restore) each();
  }
}

/** Sets variables of the environment. Returns what to call to restore them. */
function withVariables(env: NodeJS.ProcessEnv): () => void {
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, env);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}

/** Captures what the command writes to a stream of the process; the report of the tests is written to the same stream. */
function captured(name: keyof Output): () => void {
  const stream = process[name];
  const write = stream.write;
  stream.write = new Proxy(write, {
    apply: (_, self, args: Parameters<typeof write>) => {
      const output = current.getStore();
      if (!output) return Reflect.apply(write, self, args);
      output[name] += String(args[0]);
      return true;
    },
  });
  return () => {
    stream.write = write;
  };
}
