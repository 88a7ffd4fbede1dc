import Handlebars from 'handlebars';

/** The templates that are whole pages; all others are parts of them. */
export const WHOLE_PAGES = ['page', 'single', 'diff'] as const;

/** The helpers that templates may call, besides Handlebars' own. */
export const CALLABLE = ['say', 'utc', 'equal', 'joined', 'counts', 'amount', 'link', 'english'] as const;

/** Strict: to print a field that is missing is an error. Partials keep their indentation, for they print PEM text. */
const COMPILATION = {
  strict: true,
  preventIndent: true,
  knownHelpers: Object.fromEntries(CALLABLE.map((name) => [name, true])),
  knownHelpersOnly: true,
};

/**
 * The text of a CommonJS module that exports the templates compiled, by name: what a page takes longest over is done
 * when the program is built. Throws Handlebars' own error for a template that it cannot parse.
 *
 * @param texts the text of each template, by its file name without `.hbs`
 */
export function compiledTemplates(texts: Readonly<Record<string, string>>): string {
  const pages: readonly string[] = WHOLE_PAGES;
  const members = Object.entries(texts).map(([name, text]) => {
    const whole = pages.includes(name) ? text : text.replace(/\n$/, '');
    return `${JSON.stringify(name)}: ${String(Handlebars.precompile(whole, COMPILATION))}`;
  });
  return `module.exports = {\n${members.join(',\n')}\n};\n`;
}
