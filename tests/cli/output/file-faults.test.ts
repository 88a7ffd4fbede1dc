import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { recordFeatures } from '../../runbook/recorded-features';
import { inTemporaryFolder, rehearse } from '../../support/rehearse';

/** Faults of the file system while commands read and write: exit code 2, the path and a remedy, and nothing remains. */

const MESSAGES = recordFeatures({
  'a.feature': 'Feature: Assign\n\n  Example: One\n    When the operator assigns it\n',
});
const FEATURE = 'Feature: f\n  Example: One\n    When the judge looks at the pool\n';

/** A program that makes a function of `fs` fail with a code for paths that contain a text. */
function plantedFault({ name, code, path }: Fault): string {
  return `const fs = require('fs');
const original = fs[${JSON.stringify(name)}];
fs[${JSON.stringify(name)}] = (path, ...rest) => {
  if (!String(path).includes(${JSON.stringify(path)})) return original(path, ...rest);
  throw Object.assign(new Error('planted'), { code: ${JSON.stringify(code)}, syscall: 'planted', path: String(path) });
};
`;
}

interface Fault {
  readonly name: 'openSync' | 'readFileSync' | 'mkdirSync' | 'writeFileSync' | 'renameSync';
  readonly code: 'EACCES' | 'EMFILE' | 'ENOSPC' | 'EROFS';
  readonly path: string;
}

const DRAFT = '.rehearse-';
const FULL: Fault = { name: 'writeFileSync', code: 'ENOSPC', path: DRAFT };
const REMEDIES = { EACCES: 'permissions', EMFILE: 'ulimit -n', ENOSPC: 'delete files', EROFS: 'another place' };

const RENDER = ['render', 'in/m.ndjson', '--out', 'out'];
const CASES: readonly (readonly [args: readonly string[], fault: Fault])[] = [
  [RENDER, FULL],
  [RENDER, { name: 'writeFileSync', code: 'EMFILE', path: DRAFT }],
  [RENDER, { name: 'mkdirSync', code: 'EACCES', path: DRAFT }],
  [RENDER, { name: 'mkdirSync', code: 'EROFS', path: DRAFT }],
  [RENDER, { name: 'renameSync', code: 'ENOSPC', path: DRAFT }],
  [RENDER, { name: 'openSync', code: 'EACCES', path: 'm.ndjson' }],
  [RENDER, { name: 'openSync', code: 'EMFILE', path: 'm.ndjson' }],
  [['diff', 'in/m.ndjson', 'in/m.ndjson', '--out', 'out'], FULL],
  [['init', 'new.yaml'], FULL],
  [['init', 'new.yaml'], { name: 'renameSync', code: 'EROFS', path: DRAFT }],
  [['run', 'in/a.feature', '--out', 'out'], FULL],
  [['run', 'in/a.feature', '--out', 'out'], { name: 'readFileSync', code: 'EACCES', path: 'a.feature' }],
  [['run', 'in/a.feature', '--out', 'out'], { name: 'readFileSync', code: 'EMFILE', path: 'a.feature' }],
];

for (const [args, fault] of CASES) {
  test(`exit 2 and nothing remains: rehearse ${args[0]}, ${fault.code} from ${fault.name}`, () => {
    inTemporaryFolder((folder) => {
      mkdirSync(join(folder, 'in'));
      writeFileSync(join(folder, 'in', 'm.ndjson'), MESSAGES);
      writeFileSync(join(folder, 'in', 'a.feature'), FEATURE);
      const plant = join(folder, 'in', 'plant.cjs');
      writeFileSync(plant, plantedFault(fault));
      const { status, stderr } = rehearse(args, folder, { NODE_OPTIONS: `--require ${plant}` });
      expect(status, stderr).to.equal(2);
      const [error = ''] = stderr.split('\n').filter((line) => line.startsWith('error: '));
      expect(error).to.match(new RegExp(`\\(${fault.code}\\); .*${REMEDIES[fault.code]}`));
      expect(stderr).not.to.match(/^\s+at |bug:/m);
      expect(readdirSync(folder)).to.deep.equal(['in']);
    });
  });
}
