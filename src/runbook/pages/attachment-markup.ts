import { Marked, type Tokens } from 'marked';
import { escapedText } from './escaped-text';

/**
 * The HTML of an attached Markdown text. HTML in it stays text. Links lead to web addresses only, and pictures become
 * links, because a page loads nothing. Headings are bold lines, because the page has its own headings.
 */
export function markdownHtml(text: string): string {
  return MARKDOWN.parse(text, { async: false });
}

const MARKDOWN = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escapedText(text),
    heading({ tokens }: Tokens.Heading) {
      return `<p class="label">${this.parser.parseInline(tokens)}</p>\n`;
    },
    link({ href, tokens }: Tokens.Link) {
      return linked(href, this.parser.parseInline(tokens));
    },
    image: ({ href, text }: Tokens.Image) => linked(href, escapedText(text === '' ? href : text)),
    checkbox: ({ checked }: Tokens.Checkbox) => (checked ? '☑ ' : '☐ '),
    tablecell({ tokens }: Tokens.TableCell) {
      return `<td>${this.parser.parseInline(tokens)}</td>`;
    },
    table({ header, rows }: Tokens.Table) {
      const lines = [header, ...rows].map((cells) => `<tr>${cells.map((cell) => this.tablecell(cell)).join('')}</tr>`);
      return `<div class="grid"><table><tbody>${lines.join('')}</tbody></table></div>\n`;
    },
  },
});

function linked(href: string, html: string): string {
  return /^https?:\/\//i.test(href) ? `<a href="${escapedText(href)}" rel="noreferrer">${html}</a>` : html;
}

const ESCAPE = String.fromCharCode(27);

/** A change of colour or weight, as terminals know it. */
const STYLE = new RegExp(`${ESCAPE}\\[([0-9;]*)m`);

/** The HTML of a text with the colours of a terminal: a span with a class for each of them. */
export function terminalHtml(text: string): string {
  let bold = false;
  let colour = '';
  return text
    .split(STYLE)
    .map((part, index) => {
      if (index % 2 === 0) {
        const classes = [bold ? 'bold' : '', colour].filter(Boolean).map((name) => `term-${name}`);
        return part === '' || classes.length === 0
          ? escapedText(part)
          : `<span class="${classes.join(' ')}">${escapedText(part)}</span>`;
      }
      for (const code of part.split(';').map(Number)) {
        // a colour of 256 or more, or of the background: what follows in the sequence belongs to it
        if (code === 38 || code === 48) break;
        if (code === 0) [bold, colour] = [false, ''];
        else if (code === 1 || code === 22) bold = code === 1;
        else if (code === 39) colour = '';
        else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) colour = COLOURS[code % 10] ?? '';
      }
      return '';
    })
    .join('');
}

/** The colours of a terminal by the last digit of their codes; black and white are the colour of the text. */
const COLOURS: Readonly<Record<number, string>> = {
  1: 'red',
  2: 'green',
  3: 'yellow',
  4: 'blue',
  5: 'magenta',
  6: 'cyan',
};
