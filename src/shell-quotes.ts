/**
 * The value as it stands between double quotes: a backtick before what would end or change it. Language Specification of
 * Windows PowerShell 3.0, 2.3.5.2: three typographic quotation marks are double quotes as well.
 */
export function inDoubleQuotes(value: string): string {
  return value.replace(/[`$"“”„]/g, '`$&');
}

/** Whether the line of the text at that place is a PowerShell cmdlet with a parameter. */
export function isInCommand(text: string, offset: number): boolean {
  return /^[A-Z]\w+-[A-Z]\w+ -/.test(text.slice(text.lastIndexOf('\n', offset) + 1));
}
