/**
 * Runs features of a copy of the package. Writes the messages, and the paths of all files of the copy that were loaded as
 * programs or read. Arguments: the copy, the file to write, the run record's fingerprints as JSON, the feature files.
 */
const fs = require('node:fs');
const path = require('node:path');

const [root, output, fingerprints, ...features] = process.argv.slice(2);
const read = new Set();
for (const name of ['readFileSync', 'openSync']) {
  const original = fs[name];
  fs[name] = (file, ...others) => {
    if (typeof file === 'string') read.add(path.resolve(file));
    return original(file, ...others);
  };
}

async function main() {
  const { runFeatures } = require(path.join(root, 'dist', 'src', 'execution', 'run-features.js'));
  const run = {
    paths: features,
    folder: root,
    tags: '',
    parallel: 0,
    environmentFile: path.join(root, 'environments', 'contoso.yaml'),
    freshKeys: false,
    startedAt: '2024-01-01T00:00:00Z',
    grounds: JSON.parse(fingerprints),
  };
  const { envelopes } = await runFeatures(run, () => undefined);
  const loaded = new Set([...Object.keys(require.cache), ...read]);
  const own = [...loaded].map((file) => path.relative(root, file).replaceAll('\\', '/'));
  fs.writeFileSync(output, JSON.stringify({ envelopes, loaded: own.filter((file) => !file.startsWith('..')) }));
}

main();
