import { Refusal } from '../../refusal';
import { distinguishedName, formatName } from '../../x509/names/distinguished-name';

/** A name as Windows shows it, in one form; null if it cannot be read. */
export function readableName(text: string): string | null {
  if (text.trim() === '' || /^(?:EMPTY|空白)\b/.test(text)) return '';
  try {
    return formatName(distinguishedName(text));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
