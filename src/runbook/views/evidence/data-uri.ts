/** A `data:` address with the bytes. Characters of the text that are not base64 are left out. */
export function dataUri(mediaType: string, base64: string): string {
  return `data:${mediaType};base64,${base64.replace(/[^A-Za-z0-9+/=]/g, '')}`;
}
