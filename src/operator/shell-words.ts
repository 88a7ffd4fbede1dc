/**
 * The words of a PowerShell line without their quotes (Language Specification of Windows PowerShell 3.0, 2.3.5.2). In
 * double quotes, a backtick escapes the next character, and a variable is replaced by its value. Single quotes have no
 * escapes. A doubled quote is one quote, and typographic quotes count as quotes. Variables have no value here; outside
 * quotes, `$True` is unchanged.
 */
export function shellWords(line: string): readonly string[] {
  return [...line.matchAll(WORD)].map(([word, expandable, verbatim]) => {
    if (verbatim !== undefined) return verbatim.replace(/(['‘’‚‛])['‘’‚‛]/g, '$1');
    return expandable === undefined ? word : expandable.replace(SPECIAL, '$1$2');
  });
}

const WORD = /["“”„]((?:`.|["“”„]{2}|[^`"“”„])*)["“”„]|['‘’‚‛]((?:['‘’‚‛]{2}|[^'‘’‚‛])*)['‘’‚‛]|\S+/gs;

const SPECIAL = /`(.)|(["“”„])["“”„]|\$\w+/gs;
