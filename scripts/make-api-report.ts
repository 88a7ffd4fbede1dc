/** Writes docs/api.md, the report of the public surface: `npm run api`. A test compares the file with the sources. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiReport } from './api-report';

const root = process.cwd();
writeFileSync(join(root, 'docs', 'api.md'), apiReport(root));
