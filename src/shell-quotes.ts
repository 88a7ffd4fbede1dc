/**
 * Escapes a value for use in double quotes: a backtick precedes each character that would end or change the string. The
 * three typographic quotation marks count as double quotes (Language Specification of Windows PowerShell 3.0, 2.3.5.2).
 */
export function inDoubleQuotes(value: string): string {
  return value.replace(/[`$"“”„]/g, '`$&');
}

/** Whether the line at that offset is a PowerShell cmdlet with a parameter. */
export function isInCommand(text: string, offset: number): boolean {
  return /^[A-Z]\w+-[A-Z]\w+ -/.test(text.slice(text.lastIndexOf('\n', offset) + 1));
}
