import type { Envelope } from '@cucumber/messages';
import { type EvidenceRecord, mediaTypeOf, recordIn, type WindowShot } from '../../evidence/records';
import type { FeaturesResult } from '../../execution/run-features';
import { openBrowser, type PictureBrowser } from './picture-browser';

/**
 * Executes features, and replaces the sources of web pages in the messages by pictures from the browser at this path.
 * Without a path, there are none. Throws an InputError before the first scenario if the browser cannot be used.
 */
export async function withPictures(
  path: string | undefined,
  execute: () => Promise<FeaturesResult>,
): Promise<FeaturesResult> {
  if (path === undefined) return await execute();
  const browser = await openBrowser(path);
  try {
    const ran = await execute();
    const pictures = new Pictures(browser);
    const envelopes: Envelope[] = [];
    for (const envelope of ran.envelopes) envelopes.push(await pictures.addTo(envelope));
    return { ...ran, envelopes };
  } finally {
    await browser.close();
  }
}

/** The pictures of one run; equal pages have one picture. */
class Pictures {
  private readonly known = new Map<string, string>();
  private readonly browser: PictureBrowser;

  constructor(browser: PictureBrowser) {
    this.browser = browser;
  }

  async addTo(envelope: Envelope): Promise<Envelope> {
    const { attachment } = envelope;
    if (attachment?.mediaType !== mediaTypeOf('window')) return envelope;
    const record = recordIn(attachment);
    if (record?.kind !== 'window') return envelope;
    const shots: WindowShot[] = [];
    for (const shot of record.shots) shots.push(await this.pictured(shot));
    const pictured: EvidenceRecord = { ...record, shots };
    return { ...envelope, attachment: { ...attachment, body: JSON.stringify(pictured) } };
  }

  private async pictured({ source, ...shot }: WindowShot): Promise<WindowShot> {
    if (!source) return shot;
    const name = JSON.stringify(source);
    const png = this.known.get(name) ?? (await this.browser.picture(source)).toString('base64');
    this.known.set(name, png);
    return { ...shot, picture: { png, browser: this.browser.name } };
  }
}
