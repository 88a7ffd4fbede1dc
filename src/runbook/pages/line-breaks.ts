/** Elements whose text has no line breaks: `<wbr>` would not be an element in them. */
const OTHER = '<(?:option|text|title|desc)\\b[^>]*>[^<]*';
/** Text between tags that is long enough to have a long run. */
const TEXTS = new RegExp(`${OTHER}|>[^<]{30,}`, 'g');
/** ASCII without spaces and hyphens: in shorter runs, no line needs a break. */
const RUNS = /[!-,./0-~]{30,}/g;
const PLACES = /(?:[.,\\/]|%20)(?=[^.,\\/])/g;
/** Longer than a line of base64: such a name is broken anywhere. */
const ENDLESS = 80;
const ENDLESS_NAMES = new RegExp(`[^<>&;]{${ENDLESS},}`, 'g');
/** A thumbprint, or another digest in hexadecimal digits. */
const DIGESTS = /(?<![0-9A-F])[0-9A-F]{32,}(?![0-9A-F])/gi;

/**
 * The page with places in which the lines of long names can be broken: after dots, commas, slashes, backslashes and
 * encoded spaces. A thumbprint can be broken every four characters, and a name that is longer than any line every
 * twenty. Browsers break lines after hyphens by themselves. The text of the page remains the same.
 */
export function withLineBreaks(html: string): string {
  const start = html.indexOf('<body>');
  const end = html.lastIndexOf('<script>');
  const body = html.slice(start, end < start ? undefined : end);
  const broken = body
    .replaceAll('\\<a href="#value-', '\\<wbr><a href="#value-')
    .replace(TEXTS, (text) => (text.startsWith('>') ? text.replace(RUNS, brokenRun) : text));
  return `${html.slice(0, start)}${broken}${end < start ? '' : html.slice(end)}`;
}

function brokenRun(run: string): string {
  const parts = run.replace(PLACES, '$&<wbr>').replace(DIGESTS, (digest) => digest.replace(/.{4}(?=.)/g, '$&<wbr>'));
  return run.length < ENDLESS ? parts : parts.replace(ENDLESS_NAMES, (name) => name.replace(/.{20}(?=.)/g, '$&<wbr>'));
}
