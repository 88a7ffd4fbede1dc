import type { FileRecord } from '../../../evidence/records';
import { dataUri } from '../evidence/data-uri';
import { type PageContext, type ScenarioLink, scenarioLink } from '../page-context';

/** A produced file in the page's list of files. */
export interface FileView extends Pick<FileRecord, 'on' | 'path' | 'sha256'> {
  readonly id: string;
  readonly name: string;
  /** the last part of the name, under which a browser saves it */
  readonly fileName: string;
  readonly contains: string;
  readonly bytes: number;
  /** a data: URI; empty when the file is too large to travel in the page */
  readonly href: string;
  /** where the file was made */
  readonly scenario: ScenarioLink;
}

const LARGEST_IN_PAGE = 64 * 1024;

/** The files that the run produced. */
export function fileViews(context: PageContext): readonly FileView[] {
  const { outline, words } = context;
  return outline.files.map(({ id, name, record, scenario }) => {
    const { on, path, contains, sha256 } = record;
    const bytes = Buffer.from(record.base64, 'base64').length;
    const href = bytes > LARGEST_IN_PAGE ? '' : dataUri('application/octet-stream', record.base64);
    const fileName = name.slice(name.lastIndexOf('/') + 1);
    return {
      id,
      name,
      fileName,
      on,
      path,
      contains: words.content(contains),
      sha256,
      bytes,
      href,
      scenario: scenarioLink(scenario, context),
    };
  });
}
