import { toJsonSchema } from '@valibot/to-json-schema';
import { configurationSchema } from '../src/configuration/configuration';
import { translations } from '../src/package/catalogue';

/** The text of `environments/rehearse.config.schema.json`, with which editors complete and check the configuration file. */
export function configurationJsonSchema(): string {
  const schema = {
    title: 'Configuration of rehearse (rehearse.config.json, rehearse.config.yaml)',
    ...toJsonSchema(configurationSchema(['en', ...translations()]), { target: 'draft-2020-12', errorMode: 'ignore' }),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
