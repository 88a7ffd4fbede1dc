import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { onPath } from '../file-error';
import { featureFilesOf, featureText, withoutLines } from './feature-files';

/** Where Cucumber reads features. */
export interface FeaturePlace {
  readonly paths: readonly string[];
  /** the folder to which addresses in messages are relative */
  readonly folder: string;
}

/**
 * Copies all feature files to an empty folder, as UTF-8, because Cucumber reads no other encoding. The addresses of the
 * copies in messages are those of the files.
 */
export function copyFeatures({ paths, folder }: FeaturePlace, empty: string): FeaturePlace {
  const addresses = paths.map((path) => relative(folder, resolve(path)));
  const above = Math.max(...addresses.map((address) => address.split(sep).filter((part) => part === '..').length));
  const copied = join(empty, ...Array.from({ length: above }, () => 'folder'));
  onPath(empty, () => {
    mkdirSync(copied, { recursive: true });
    for (const file of paths.flatMap((path) => featureFilesOf(withoutLines(path)))) {
      const copy = resolve(copied, relative(folder, file));
      mkdirSync(dirname(copy), { recursive: true });
      writeFileSync(copy, featureText(file));
    }
  });
  return { paths: addresses.map((address) => resolve(copied, address)), folder: copied };
}
