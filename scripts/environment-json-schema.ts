/**
 * The JSON Schema of the environment file, for editors. Rules that relate several values are checked only when the file
 * is read.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { PRODUCTS } from '../src/products/products';
import { environmentSchema } from '../src/world/environment-file/environment-schema';

/**
 * The text of `environments/rehearsal.schema.json`. Two errors are ignored: the flag u, because JSON Schema reads every
 * pattern with it, and transformations of a value after its checks.
 */
export function environmentJsonSchema(): string {
  const title = 'Environment of a certificate rehearsal (rehearsal.yaml)';
  const [product] = PRODUCTS;
  const schema = {
    title,
    ...toJsonSchema(
      environmentSchema(
        product,
        product.editions[0],
        PRODUCTS.map(({ id }) => id),
      ),
      { target: 'draft-2020-12', errorMode: 'ignore' },
    ),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
