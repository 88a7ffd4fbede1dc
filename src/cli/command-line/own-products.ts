import type { Command } from 'commander';

/**
 * Loads the modules of the option `--products`, so that environment files and steps know their products. Throws an
 * InputError for a module that does not exist or cannot be loaded.
 */
export function offerProducts(command: Command): void {
  const files: unknown = command.opts().products;
  if (!Array.isArray(files) || files.length === 0) return;
  const {
    loadProducts,
  }: typeof import('../../execution/support-code/load-products') = require('../../execution/support-code/load-products');
  loadProducts(files.map(String));
}
