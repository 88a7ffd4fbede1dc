/** The pages that occur once in a runbook, in the order of lists. */
export const SINGLE_PAGES = [
  'index',
  'do',
  'troubleshooting',
  'review',
  'findings',
  'document',
  'coverage',
  'files',
  'about',
  'reference',
  'codes',
  'glossary',
  'search',
] as const;

export type SinglePage = (typeof SINGLE_PAGES)[number];

/** Every kind of page; each procedure and each plan has a separate page. */
export type PageKind = SinglePage | 'procedure' | 'plan' | 'slips';

/** The page of the executed slips, which only a runbook with slips has. */
export const SLIPS_PAGE = 'slips.html';

/** The places of the runbook, in the order of the header. Each is a page that leads to the others of its place. */
export const PLACES = ['do', 'troubleshooting', 'review', 'reference'] as const;

export type RunbookPlace = (typeof PLACES)[number];

/** The pages of each place besides its first one and those of procedures. */
export const PAGES_OF_PLACE: Readonly<Record<RunbookPlace, readonly SinglePage[]>> = {
  do: [],
  troubleshooting: [],
  review: ['findings', 'document', 'coverage', 'files', 'about'],
  reference: ['codes', 'glossary'],
};

/** The pages about the source document, which a runbook without one does not have. */
export const DOCUMENT_PAGES: readonly SinglePage[] = ['document', 'coverage'];

/** The place of a page that occurs once; undefined for the first page and the search. */
export function placeOf(page: SinglePage): RunbookPlace | undefined {
  return PLACES.find((place) => place === page || PAGES_OF_PLACE[place].includes(page));
}

/** The file of a page inside the runbook's folder. */
export function fileOf(page: SinglePage): string {
  return `${page}.html`;
}

/** A link to a place on a page. */
export function linkTo(file: string, anchor: string): string {
  return `${file}#${anchor}`;
}

/** The anchor of a page where all pages are one file. */
export function anchorOf(file: string): string {
  return `page-${file.replace(/\.html$/, '')}`;
}

/**
 * A link of the runbook as it reads on one of its pages: within the page itself, and where all pages are one file, only
 * the anchor is left.
 *
 * @param here the file of the page; empty where all pages are one file
 */
export function localLink(href: string, here: string): string {
  const [file = '', anchor] = href.split('#');
  if (here === '') return `#${anchor ?? anchorOf(file)}`;
  return file === here && anchor !== undefined ? `#${anchor}` : href;
}
