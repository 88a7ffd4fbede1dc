/**
 * Writes docs/steps.md, the reference of all phrases, and editor/phrases.js, from which editors complete them. After a
 * change of steps or features: npm run steps
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadedReference } from '../src/cli/reference/loaded-reference';
import { referenceFiles } from './step-reference-files';

const root = process.cwd();
void loadedReference({ steps: [], features: [], language: 'en' }).then((loaded) => {
  for (const [path, text] of Object.entries(referenceFiles(loaded))) writeFileSync(join(root, path), text);
});
