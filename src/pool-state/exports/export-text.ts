import { isUtf8 } from 'node:buffer';
import { textOf } from '../../inspection/reading/foreign-content';

/**
 * The text of the bytes; undefined for binary content. Windows PowerShell writes UTF-16 with a byte order mark to a file, and
 * the Command Prompt of a server in Chinese writes Big5.
 */
export function exportText(bytes: Uint8Array): string | undefined {
  const text = textOf(bytes);
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (text === undefined || isWide || isUtf8(bytes)) return text?.replace(/^\ufeff/, '');
  try {
    return new TextDecoder('big5', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}
