/**
 * The words of a line typed into PowerShell, without their quotes. Language Specification of Windows PowerShell 3.0,
 * 2.3.5.2: in double quotes a backtick keeps the next character from meaning anything and a variable stands for its value,
 * in single quotes nothing does; a doubled quote is one quote, and typographic quotes are quotes. No variable has a value
 * here; outside quotes, `$True` is left as it is.
 */
export function shellWords(line: string): readonly string[] {
  return [...line.matchAll(WORD)].map(([word, expandable, verbatim]) => {
    if (verbatim !== undefined) return verbatim.replace(/(['‘’‚‛])['‘’‚‛]/g, '$1');
    return expandable === undefined ? word : expandable.replace(SPECIAL, '$1$2');
  });
}

const WORD = /["“”„]((?:`.|["“”„]{2}|[^`"“”„])*)["“”„]|['‘’‚‛]((?:['‘’‚‛]{2}|[^'‘’‚‛])*)['‘’‚‛]|\S+/gs;

const SPECIAL = /`(.)|(["“”„])["“”„]|\$\w+/gs;
