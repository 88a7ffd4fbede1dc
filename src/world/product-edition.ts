import type { Program } from '../windows/program';
import { type ProductEdition, partOf } from './edition';
import type { Product } from './product';

/**
 * The product as an edition shows it: its name, the titles of its windows, and the names of its pages and shells.
 * Pages keep their names in the product as aliases, so that the tasks of the product work in every edition.
 */
export function asEdition<W>(product: Product<W>, edition: ProductEdition): Product<W> {
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
