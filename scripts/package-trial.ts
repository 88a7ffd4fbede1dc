import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A trial of the installed package: its commands in a project, with one version of Node.js. */

const FEATURE = `Feature: Steps of another project
  Scenario: A sentence of the package
    Given the pool has been set up
    When the judge looks at the pool
    Then the judge finds no error
    And the project counts the servers of the pool
`;
const STEPS = `const { Then } = require('certificate-rehearsal/steps');

Then('the project counts the servers of the pool', function () {
  if (!(this.pool.servers.length > 0)) throw new Error('the pool has no servers');
});
`;
const CUCUMBER = 'node_modules/@cucumber/cucumber/bin/cucumber.js';
const REHEARSE = 'node_modules/certificate-rehearsal/dist/src/cli/main.js';
const MADE = ['rehearsal.yaml', 'rehearsal.schema.json', 'reports', 'rendered', 'compared', 'own', 'owned'];
const PACKAGE_STEPS = 'node_modules/certificate-rehearsal/dist/steps/index.js';

/** The commands of the trial by name; `run` gets further options. */
function commandsFor(run: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return {
    init: [REHEARSE, 'init'],
    run: [REHEARSE, 'run', '--environment', 'rehearsal.yaml', '--language', 'en,zh-TW', ...run],
    render: [REHEARSE, 'render', 'reports', '--language', 'en,zh-TW', '--out', 'rendered'],
    diff: [REHEARSE, 'diff', 'reports', 'reports', '--out', 'compared'],
    trace: [REHEARSE, 'trace', 'reports', '--min', '0'],
    explore: [REHEARSE, 'explore', '--runs', '50', '--seed', '1'],
    'run --steps': [REHEARSE, 'run', 'own', '--steps', 'own', '--out', 'owned'],
    steps: [REHEARSE, 'steps', 'project counts', '--steps', 'own', '--features', 'own'],
    'cucumber-js': [CUCUMBER, 'own', '--import', PACKAGE_STEPS, '--import', 'own/*.js', '--format', 'summary'],
  };
}

/** What a command did. */
export interface TriedCommand {
  readonly name: string;
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** The commands of a trial, and the files that they wrote, by path. */
export interface Trial {
  readonly commands: readonly TriedCommand[];
  readonly files: ReadonlyMap<string, Buffer>;
}

/**
 * Tries the commands in a project in which the package is installed, and removes the files that they wrote.
 *
 * @param node the program of Node.js
 * @param run options of `rehearse run`
 */
export function tryPackage(project: string, node: string, run: readonly string[] = []): Trial {
  const clean = (): void => {
    for (const name of MADE) rmSync(join(project, name), { recursive: true, force: true });
  };
  clean();
  mkdirSync(join(project, 'own'));
  writeFileSync(join(project, 'own', 'own.feature'), FEATURE);
  writeFileSync(join(project, 'own', 'steps.js'), STEPS);
  const env = {
    ...{ PATH: process.env.PATH, HOME: process.env.HOME },
    ...{ NO_COLOR: '1', CUCUMBER_PUBLISH_QUIET: 'true', SOURCE_DATE_EPOCH: '1700000000' },
  };
  const commands = Object.entries(commandsFor(run)).map(([name, args]) => {
    const { status, stdout, stderr } = spawnSync(node, args, { cwd: project, env, encoding: 'utf8' });
    return { name, status, output: stdout, errors: stderr };
  });
  const paths = MADE.flatMap((name) => filesBelow(project, name));
  const files = new Map(paths.map((path) => [path, readFileSync(join(project, path))]));
  clean();
  return { commands, files };
}

function filesBelow(folder: string, name: string): readonly string[] {
  const found = readdirSync(folder, { withFileTypes: true }).find((entry) => entry.name === name);
  if (!found?.isDirectory()) return found ? [name] : [];
  return readdirSync(join(folder, name)).flatMap((inner) =>
    filesBelow(join(folder, name), inner).map((path) => `${name}/${path}`),
  );
}
