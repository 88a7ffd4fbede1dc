import type { WindowsVersion } from '../windows/versions';
import type { EnvironmentDefaults, EnvironmentPart } from './environment-file/environment-part';

/** An edition of a product, as data: what differs from the product as its folder describes it. */
export interface ProductEdition {
  /** the id in the environment file: `2013` */
  readonly id: string;
  /** the name of product and edition for people */
  readonly name: string;
  /** the Windows versions that it runs on */
  readonly windows: readonly WindowsVersion[];
  /** defaults of the environment file that differ */
  readonly defaults?: Partial<EnvironmentDefaults>;
  /** titles of windows, names of pages and names of shells that differ, by those of the product */
  readonly labels?: Readonly<Record<string, string>>;
}

/** The editions of a product, the default one first. */
export type ProductEditions = readonly [ProductEdition, ...ProductEdition[]];

/** The edition with that id; the first one for an unknown id, which reading an environment reports. */
export function editionNamed({ editions }: { readonly editions: ProductEditions }, id: unknown): ProductEdition {
  return editions.find((edition) => edition.id === id) ?? editions[0];
}

/** The product's part of the environment file in an edition. */
export function partOf(part: EnvironmentPart, { defaults = {} }: ProductEdition): EnvironmentPart {
  return { ...part, defaults: { ...part.defaults, ...defaults } };
}
