import type { Program } from '../windows/program';
import type { WindowsVersion } from '../windows/versions';
import type { EnvironmentDefaults, EnvironmentPart } from './environment-file/environment-part';
import type { Product } from './product';

/** An edition of a product, as data: what differs from the product as its folder describes it. */
export interface Edition {
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
export type Editions = readonly [Edition, ...Edition[]];

/** The edition with that id; the first one for an unknown id, which reading an environment reports. */
export function editionNamed({ editions }: { readonly editions: Editions }, id: unknown): Edition {
  return editions.find((edition) => edition.id === id) ?? editions[0];
}

/** The product's part of the environment file in an edition. */
export function partOf(part: EnvironmentPart, { defaults = {} }: Edition): EnvironmentPart {
  return { ...part, defaults: { ...part.defaults, ...defaults } };
}

/**
 * The product as an edition shows it: its name, the titles of its windows, and the names of its pages and shells.
 * Pages keep their names in the product as aliases, so that the tasks of the product work in every edition.
 */
export function asEdition<W>(product: Product<W>, edition: Edition): Product<W> {
  const { name, labels = {} } = edition;
  const label = (text: string): string => labels[text] ?? text;
  return {
    ...product,
    name,
    environment: partOf(product.environment, edition),
    programs: product.programs.map((one) => ({ ...one, program: relabelled(one.program, label) })),
    shells: product.shells.map((shell) => ({ ...shell, name: label(shell.name) })),
  };
}

function relabelled<W>(program: Program<W>, label: (text: string) => string): Program<W> {
  const pages = Object.entries(program.pages).map(([key, page]) => {
    const shown = page.heading ?? key;
    const heading = label(shown);
    const aliases = heading === shown ? {} : { heading, aliases: [...(page.aliases ?? []), shown] };
    return [key, { ...page, title: label(page.title), ...aliases }] as const;
  });
  return { ...program, pages: Object.fromEntries(pages) };
}
