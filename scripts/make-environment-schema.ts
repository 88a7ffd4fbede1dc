/**
 * Writes environments/rehearsal.schema.json, with which editors complete and check `rehearsal.yaml`, and
 * environments/server-state.schema.json, and environments/rehearse.config.schema.json for the configuration file. After a
 * change of a schema, run these commands:
 *   node --require ts-node/register scripts/make-environment-schema.ts
 *   npx biome check --write environments
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { configurationJsonSchema } from './configuration-json-schema';
import { environmentJsonSchema } from './environment-json-schema';
import { serverStateJsonSchema } from './server-state-json-schema';

writeFileSync(join(__dirname, '..', 'environments', 'rehearsal.schema.json'), environmentJsonSchema());
writeFileSync(join(__dirname, '..', 'environments', 'server-state.schema.json'), serverStateJsonSchema());
writeFileSync(join(__dirname, '..', 'environments', 'rehearse.config.schema.json'), configurationJsonSchema());
