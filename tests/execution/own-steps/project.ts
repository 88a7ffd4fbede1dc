import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inTemporaryFolder } from '../../support/rehearse';
import { ROOT } from '../../support/root';

/** A copy of Cucumber as a project installs it; it must not be loaded, because it executes nothing. */
const OTHER_CUCUMBER = {
  'node_modules/@cucumber/cucumber/package.json': JSON.stringify({
    name: '@cucumber/cucumber',
    version: '1.0.0',
    exports: { '.': { import: './wrapper.mjs', require: './index.js' } },
  }),
  'node_modules/@cucumber/cucumber/wrapper.mjs':
    "import cucumber from './index.js';\nexport const Given = cucumber.Given;\nexport const DataTable = cucumber.DataTable;\n",
  'node_modules/@cucumber/cucumber/index.js': "throw new Error('the other copy of Cucumber is loaded');\n",
};

/** A project with these files, in which the package, ts-node and another copy of Cucumber are installed. */
export function inProject<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T {
  return inTemporaryFolder((folder) => {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(ROOT, join(folder, 'node_modules', 'certificate-rehearsal'));
    for (const name of ['ts-node', 'typescript'])
      symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
    const all = { 'package.json': '{ "private": true }', ...OTHER_CUCUMBER, ...files };
    for (const [name, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return use(folder);
  });
}

/** The names in a project, without those of its packages. */
export function namesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name !== 'node_modules');
}
