import { identityMemo } from '../../memo';
import { isInCommand } from '../../shell-quotes';
import { type FormOf, type Occurrence, occurrencesOf } from '../site-values/occurrences';
import type { SiteValues } from '../site-values/site-values';
import { escapedText } from './escaped-text';

const finders = identityMemo<readonly FormOf[], (text: string) => readonly Occurrence[]>();

/**
 * The text as HTML, in which each site-specific value is a link to its field. The link says how the value is written
 * there, because a script writes the reader's own value into it.
 */
export function withValueLinks(text: string, { written }: Pick<SiteValues, 'written'>): string {
  let html = '';
  let end = 0;
  for (const { at, of, form } of finders(written, () => occurrencesOf(written))(text)) {
    const as = form.as === 'name' ? '' : ` data-as="${form.as}"`;
    const quoted = isInCommand(text, at) ? ' data-quoted="1"' : '';
    const value = escapedText(text.slice(at, at + form.length));
    html += `${escapedText(text.slice(end, at))}<a href="#value-${of}"${as}${quoted}>${value}</a>`;
    end = at + form.length;
  }
  return html + escapedText(text.slice(end));
}
