import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { Marked, type Tokens } from 'marked';
import { SectionNames } from '../../src/documents/section-names';
import { escapedText } from '../../src/runbook/pages/escaped-text';

/** The pages of the documents: Markdown in the style of the runbook. */

export interface DocumentSite {
  /** the pages by the paths of their Markdown files in the project, with `/` */
  readonly documents: ReadonlySet<string>;
  /** folders with documents, to which a link may lead */
  readonly folders: ReadonlySet<string>;
  /** where the files that are not documents are, without `/` at the end */
  readonly repository: string;
  /** the stylesheet of the runbook */
  readonly stylesheet: string;
}

/**
 * The page of a document, as HTML that loads nothing.
 *
 * @param path the path of the Markdown file in the project
 * @throws Error if the document has no heading of the first level
 */
export function documentPage(path: string, markdown: string, site: DocumentSite): string {
  const [, title] = /^# (.+)$/m.exec(markdown) ?? [];
  if (title === undefined) throw new Error(`${path} has no heading "# …"`);
  const language = path.includes('zh-TW') ? 'zh-TW' : 'en';
  const style = createHash('sha256').update(site.stylesheet).digest('base64');
  const home = posix.relative(posix.dirname(path), pagePath('docs/README.md'));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data:; style-src 'sha256-${style}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapedText(plain(title))}</title>
<style>${site.stylesheet}</style>
</head>
<body>
<a class="skip" href="#content">${language === 'en' ? 'Skip to the content' : '跳到內容'}</a>
<header><p><a href="${home}">${language === 'en' ? 'Documentation' : '說明文件'}</a></p></header>
<main id="content" tabindex="-1">
${bodyOf(path, markdown, site)}</main>
</body>
</html>
`;
}

/** The path of the page of a document, or of the list of a folder's documents. */
export function pagePath(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path.replace(/\.md$/, '.html');
}

/** The list of the documents of a folder, as Markdown. */
export function folderMarkdown(folder: string, titles: ReadonlyMap<string, string>): string {
  const lines = [...titles].map(([path, title]) => `- [${title}](${posix.relative(folder, path)})`);
  return `# ${folder.split('/').at(-2)}\n\n${lines.join('\n')}\n`;
}

function bodyOf(path: string, markdown: string, site: DocumentSite): string {
  const names = new SectionNames();
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading) {
        return `<h${depth} id="${names.nameOf(plain(text), '')}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        return `<a href="${escapedText(targetOf(path, href, site))}">${this.parser.parseInline(tokens)}</a>`;
      },
      code({ text }: Tokens.Code) {
        return `<pre tabindex="0"><code>${escapedText(text)}</code></pre>\n`;
      },
    },
  });
  return String(marked.parse(markdown));
}

/** Where a link leads: to the page of a document or of a folder, or else to the file in the repository. */
function targetOf(path: string, href: string, { documents, folders, repository }: DocumentSite): string {
  if (/^[a-z]+:|^#/.test(href)) return href;
  const [file = '', fragment] = href.split('#');
  const target = posix.normalize(posix.join(posix.dirname(path), file));
  const hash = fragment === undefined ? '' : `#${fragment}`;
  if (!documents.has(target) && !folders.has(target)) return `${repository}/${target}${hash}`;
  return posix.relative(posix.dirname(path), pagePath(target)) + hash;
}

/** A heading without its markup. */
function plain(text: string): string {
  return text.replace(/[`*]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
