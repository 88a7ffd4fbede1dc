import type { PlainAttachment } from '../../../recording/model/step-output';
import { dataUri } from './data-uri';

/** An attachment that is not one of our records. */
export interface AttachmentView {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
  readonly image: string;
  readonly href: string;
  readonly url: string;
  /** the web addresses of a list of links */
  readonly links: readonly string[];
}

/** Arranges an attachment: a text or a picture is shown, other bytes are offered for download. */
export function attachmentView({ mediaType, fileName, text, base64, url }: PlainAttachment): AttachmentView {
  const base = { name: fileName, mediaType, text: '', image: '', href: '', url, links: [] };
  if (mediaType === 'text/uri-list') {
    const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
    const links = lines.filter((line) => /^https?:\/\//i.test(line));
    return { ...base, links, text: lines.filter((line) => !links.includes(line)).join('\n') };
  }
  if (text !== '' && !/svg|html/.test(mediaType)) return { ...base, text };
  const bytes = base64 || Buffer.from(text, 'utf8').toString('base64');
  if (bytes === '') return base;
  const image = /^image\/(png|jpeg|gif|webp|svg\+xml)$/.test(mediaType) ? dataUri(mediaType, bytes) : '';
  return { ...base, image, href: dataUri('application/octet-stream', bytes) };
}
