import { readText } from '../../package/text-file';
import { existing } from './existing-path';

/** Throws an InputError if the file does not exist, an EnvironmentError if its content is wrong. */
export function checkEnvironment(file: string | undefined): void {
  if (file === undefined) return;
  existing(file, `there is no environment file ${file}; make one with: rehearse init`);
  // the schema takes long to load, and most commands need no environment
  const {
    readEnvironment,
  }: typeof import('../../world/environment-file/read-environment') = require('../../world/environment-file/read-environment');
  const {
    offeredProducts,
  }: typeof import('../../products/offered-products') = require('../../products/offered-products');
  readEnvironment(readText(file), file, offeredProducts());
}
