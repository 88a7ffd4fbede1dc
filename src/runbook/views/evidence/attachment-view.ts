import type { PlainAttachment } from '../../../recording/model/step-output';
import { dataUri } from './data-uri';

/** An attachment that is not one of our records. */
export interface AttachmentView {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
  /** the text with the colours of a terminal; empty where it has none */
  readonly coloured: string;
  /** the text is Markdown */
  readonly markdown: boolean;
  readonly image: string;
  readonly href: string;
  readonly url: string;
  /** the web addresses of a list of links */
  readonly links: readonly string[];
}

/** Arranges an attachment: a text or a picture is shown, other bytes are offered for download. */
export function attachmentView({ mediaType, fileName, text, coloured, base64, url }: PlainAttachment): AttachmentView {
  const kept = { coloured: '', markdown: false };
  const base = { name: fileName, mediaType, text: '', image: '', href: '', url, links: [], ...kept };
  if (mediaType === 'text/uri-list') {
    const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
    const links = lines.filter((line) => /^https?:\/\//i.test(line));
    return { ...base, links, text: lines.filter((line) => !links.includes(line)).join('\n') };
  }
  if (text !== '' && !/svg|html/.test(mediaType)) {
    if (/json/.test(mediaType)) return { ...base, text: indented(text) };
    return { ...base, text, coloured, markdown: /^text\/(x-)?markdown\b/.test(mediaType) };
  }
  const bytes = base64 || Buffer.from(text, 'utf8').toString('base64');
  if (bytes === '') return base;
  const image = /^image\/(png|jpeg|gif|webp|svg\+xml)$/.test(mediaType) ? dataUri(mediaType, bytes) : '';
  return { ...base, image, href: dataUri('application/octet-stream', bytes) };
}

/** JSON with one member in a line; any other text as it is. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
