/**
 * Writes environments/rehearsal.schema.json, the JSON Schema with which editors complete and check `rehearsal.yaml`.
 * Run after a change of the schema: node --require ts-node/register scripts/make-environment-schema.ts
 * and then give it the project's format: npx biome check --write environments/rehearsal.schema.json
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { environmentJsonSchema } from './environment-json-schema';

writeFileSync(join(__dirname, '..', 'environments', 'rehearsal.schema.json'), environmentJsonSchema());
