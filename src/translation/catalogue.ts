/**
 * The texts of one further language, keyed by their English text. `languages/` contains them as YAML, and `npm run
 * build` combines them for the program.
 */
export interface Catalogue {
  /** Cucumber expressions by those of the step definitions; parameters keep their names, but their order may differ */
  readonly sentences: Texts;
  /** the values of a parameter, by the parameter's type; `{text}` and other slots are the same in both languages */
  readonly phrases: Readonly<Record<string, Texts>>;
  /** Gherkin's keywords in the dialect */
  readonly keywords: Texts;
  /** whole cells of the steps' tables */
  readonly cells: Texts;
  /** the product's own labels */
  readonly controls: Texts;
  /** other texts of windows and web pages; `{text}` and other slots are data */
  readonly screen: Texts;
  /** what a run states, by the codes of the facts */
  readonly facts: Texts;
  /** everything else: names, descriptions, the pages of codes, reasons; `<name>` stands for a cell of an outline */
  readonly texts: Texts;
  /** labels of the site-specific values, by the product's names of the values */
  readonly siteValues: Texts;
  /** the words of the runbook's pages, as `translatedPage` checks them */
  readonly pages: unknown;
}

export type Texts = Readonly<Record<string, string>>;

/** The contents of the YAML files of a language. */
export interface CatalogueFiles
  extends Pick<Catalogue, 'sentences' | 'phrases' | 'keywords' | 'cells' | 'screen' | 'siteValues'> {
  /** of each file of facts, texts in groups by the dotted parts of their codes */
  readonly facts: readonly TextTree[];
  readonly controls: Readonly<Record<string, { readonly zh: string; readonly source: string }>>;
  /** the pairs in each file of texts */
  readonly texts: readonly (readonly { readonly en: string; readonly zh: string }[])[];
  /** the files of page words by their names without `.yaml` */
  readonly pages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Combines the files. Throws an Error for a text with two different translations. */
export function catalogueOf({ controls, facts, texts, pages, ...files }: CatalogueFiles): Catalogue {
  const known = new Map<string, string>();
  for (const { en, zh } of texts.flat()) {
    const before = known.get(en);
    if (before !== undefined && before !== zh) throw new Error(`"${en}" is translated as "${before}" and as "${zh}"`);
    known.set(en, zh);
  }
  const labels = Object.entries(controls).map(([label, { zh }]) => [label, zh]);
  return {
    ...files,
    facts: Object.fromEntries(facts.flatMap((tree) => codedTexts(tree))),
    controls: Object.fromEntries(labels),
    texts: Object.fromEntries(known),
    pages: pageWordsIn(pages),
  };
}

/** Combines the files of page words: labels, record, search and check become one table, the others keep their tables. */
function pageWordsIn(files: CatalogueFiles['pages']): object {
  const { labels, record, search, check, sentences, 'site-values': values, ...tables } = files;
  return Object.assign({}, ...Object.values(tables), {
    labels: { ...labels, ...search, ...record, ...check },
    sentences,
    values,
  });
}

/** Texts by the dotted parts of their codes. */
export interface TextTree {
  readonly [part: string]: string | TextTree;
}

function codedTexts(tree: TextTree, prefix = ''): readonly (readonly [code: string, text: string])[] {
  return Object.entries(tree).flatMap(([part, value]) =>
    typeof value === 'string' ? [[`${prefix}${part}`, value] as const] : codedTexts(value, `${prefix}${part}.`),
  );
}

/** The text in the other language; undefined where the catalogue has none. */
export function textIn(texts: Texts, english: string): string | undefined {
  return Object.hasOwn(texts, english) ? texts[english] : undefined;
}
