/** The environment file's shape for editors. What relates several values to each other is checked on reading only. */
import { toJsonSchema } from '@valibot/to-json-schema';

import { environmentSchema } from '../src/world/environment-schema';

/**
 * The text of `environments/rehearsal.schema.json`. Ignored as errors: the flag u, with which JSON Schema reads every
 * pattern anyway, and what becomes of a value after its checks.
 */
export function environmentJsonSchema(): string {
  const title = 'Environment of a certificate rehearsal (rehearsal.yaml)';
  const schema = { title, ...toJsonSchema(environmentSchema, { target: 'draft-2020-12', errorMode: 'ignore' }) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
