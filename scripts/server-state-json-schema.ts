import { toJsonSchema } from '@valibot/to-json-schema';
import { SERVER_STATE } from '../src/pool-state/server-state';

/** The text of `environments/server-state.schema.json`: the JSON Schema of what `collect-pool-state.ps1` writes. */
export function serverStateJsonSchema(): string {
  const title = 'State of a server, as collect-pool-state.ps1 writes it';
  const schema = { title, ...toJsonSchema(SERVER_STATE, { target: 'draft-2020-12', errorMode: 'ignore' }) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
