/** The environment file's shape for editors. What relates several values to each other is checked on reading only. */
import { z } from 'zod';

import { environmentSchema } from './environment-schema';

/** The text of `environments/rehearsal.schema.json`. */
export function environmentJsonSchema(): string {
  const title = 'Environment of a certificate rehearsal (rehearsal.yaml)';
  const schema = { title, ...z.toJSONSchema(environmentSchema, { io: 'input' }) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
