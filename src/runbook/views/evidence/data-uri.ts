/** A `data:` address that holds the bytes; whatever is not base64 in the text does not get into it. */
export function dataUri(mediaType: string, base64: string): string {
  return `data:${mediaType};base64,${base64.replace(/[^A-Za-z0-9+/=]/g, '')}`;
}
