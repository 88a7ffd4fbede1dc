import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { shown } from './own-programs';

/**
 * An error that a program of step definitions causes while it is loaded, as `file:line: error; remedy`.
 *
 * @param line the line of the error; by default, the one that the error names
 */
export function loadError(error: unknown, file: string, line?: number): string {
  const { message, stack = '', name } = error instanceof Error ? error : new Error(String(error));
  const at = line ?? lineIn(stack, file) ?? (name === 'SyntaxError' ? checkedLine(file) : undefined);
  return `${shown(file)}${at === undefined ? '' : `:${at}`}: the file cannot be loaded: ${explained(message, name)}`;
}

/** The line of the file that the stack names first. */
function lineIn(stack: string, file: string): string | undefined {
  const found = [file, pathToFileURL(file).href].flatMap((name) => {
    const index = stack.indexOf(`${name}:`);
    const line = index < 0 ? undefined : /^\d+/.exec(stack.slice(index + name.length + 1))?.[0];
    return line === undefined ? [] : [{ index, line }];
  });
  return found.sort((one, other) => one.index - other.index)[0]?.line;
}

/** The line of an error of syntax in a module, which its stack does not contain. */
function checkedLine(file: string): string | undefined {
  const { stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' });
  return /^.*:(\d+)$/m.exec(stderr)?.[1];
}

const FROM_PACKAGE = 'import Given, When and Then from certificate-rehearsal/steps';

const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/on an instance of Cucumber that isn't running/, FROM_PACKAGE],
  [
    /Cannot find (module|package) '?certificate-rehearsal/,
    'install the package in the project: npm install certificate-rehearsal',
  ],
  [/Cannot find (module|package) '?@cucumber\/cucumber/, `${FROM_PACKAGE}, or install @cucumber/cucumber`],
  [
    /Cannot use import statement outside a module|Unexpected token 'export'/,
    'name the file .mjs, or write "type": "module" in package.json; or use require',
  ],
  [/Cannot find (module|package)/, 'check the name, or install the package'],
  [/already a parameter type/, 'give the parameter type another name'],
];

function explained(message: string, name: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '' && !/^\^[-^]*$|^Require stack|^- /.test(line)).join(' ');
  const remedy = REMEDIES.find(([pattern]) => pattern.test(message))?.[1] ?? 'correct it';
  return `${name === 'Error' ? '' : `${name}: `}${said.replace(/[.;]$/, '')}; ${remedy}`;
}
