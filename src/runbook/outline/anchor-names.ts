/** Lower-case Latin letters and digits with hyphens; empty when the text has none. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** File systems take names of 255 bytes, and an address is to be read. */
const LONGEST = 60;

/** A name for an anchor: the Latin letters of the text, else a hash of it, so that it does not depend on its position. */
export function anchorName(text: string): string {
  const name = slug(text);
  return name === '' ? hashOf(text) : shortened(name);
}

function shortened(name: string): string {
  return name.slice(0, LONGEST).replace(/-+$/, '');
}

/** FNV-1a, 32 bits, in hexadecimal: short and always the same; not for telling honest from forged. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/**
 * `features/web-site/03-create-request.feature` is `create-request`; a name without Latin letters and digits is a
 * hash of it, so that the pages of such files keep their addresses when another one is added.
 */
export function fileSlugOf(uri: string): string {
  const file = uri.split(/[\\/]/).at(-1) ?? '';
  const name = file.replace(/\.feature(\.md)?$/, '').replace(/^\d+[-_]/, '');
  return name === '' ? '' : anchorName(name);
}
