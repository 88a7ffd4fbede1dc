import { listFiles } from '../../windows/file-system';
import type { Logon } from '../../windows/program';
import type { Deployment } from '../../world/deployment';
import { type CommandResult, words } from '../command-line';
import { operatorRefusal } from '../operator-refusals';

/**
 * `dir [/s] pattern`: the files whose names match; with /s, also those in folders below (Microsoft, "dir"). A `*`
 * matches any characters. Refusals: `file-not-found` without a match, `unknown-option`, and those of paths.
 */
export function dir(deployment: Deployment, { on }: Logon, line: string): CommandResult {
  const [, ...rest] = words(line);
  const switches = rest.filter((word) => /^\/\w/.test(word));
  const other = switches.find((one) => !/^\/[sb]$/i.test(one));
  if (other !== undefined) throw operatorRefusal('unknown-option.dir', on, { option: other });
  const below = switches.some((one) => /^\/s$/i.test(one));
  const pattern = rest.find((word) => !switches.includes(word)) ?? 'C:\\*';
  const files = listFiles(deployment, on, pattern, below);
  if (files.length === 0) throw operatorRefusal('file-not-found.dir', on, { pattern });
  return {
    world: deployment,
    output: [...files.map(({ path, bytes }) => `${bytes.length} ${path}`), `${files.length} File(s)`].join('\n'),
  };
}
