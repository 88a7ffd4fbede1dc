import { Marked } from 'marked';

const MARKED = new Marked({ gfm: true, async: false });

/** Markdown of GitHub as HTML, without the YAML at its beginning. */
export function htmlOfMarkdown(text: string): string {
  return String(MARKED.parse(text.replace(/^\uFEFF?---\r?\n[\s\S]*?\n(?:---|\.\.\.)\r?\n/, '')));
}
