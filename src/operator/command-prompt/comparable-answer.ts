/** Thumbprints, serial numbers and names of containers: they differ on real servers, and tell nothing there. */
const NUMBERS = /\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?|(?:[0-9a-f]{2} ?){8,}/gi;

/** The answer of a command as far as an operator compares it with the answer of another server: without such numbers. */
export function comparableAnswer(output: string): string {
  const lines = output.replace(NUMBERS, '…').split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
