/**
 * Writes environments/rehearsal.schema.json, with which editors complete and check `rehearsal.yaml`. After a change of
 * the schema, run these commands:
 *   node --require ts-node/register scripts/make-environment-schema.ts
 *   npx biome check --write environments/rehearsal.schema.json
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { environmentJsonSchema } from './environment-json-schema';

writeFileSync(join(__dirname, '..', 'environments', 'rehearsal.schema.json'), environmentJsonSchema());
