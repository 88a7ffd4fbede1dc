import { button, field, text } from '../controls';
import type { Network } from '../machine';
import { type Action, goBack, goTo, onPage, type Page, type Session, textOn, withAnswer } from '../program';

/** The frame that the pages of one wizard share. */
export interface WizardFrame<W> {
  readonly title: string;
  /** "Cancel", on every page */
  readonly cancel: Action<W>;
}

/** What a page has besides its controls and "Next". */
export type PageExtras<W> = Partial<Pick<Page<W>, 'aliases' | 'heading' | 'actions'>>;

/** A page of a wizard: its controls, then Back, Next and Cancel. */
export function framedPage<W>(
  { title, cancel }: WizardFrame<W>,
  controls: Page<W>['controls'],
  next: Action<W>,
  extra: PageExtras<W> = {},
): Page<W> {
  return {
    title,
    ...extra,
    controls: (world, session) => [...controls(world, session), button('Back'), button('Next'), button('Cancel')],
    actions: { ...extra.actions, Back: goBack, Next: next, Cancel: cancel },
  };
}

/** The last page of a wizard: what "Finish" will do. */
export function completingPage<W>(
  { title, cancel }: WizardFrame<W>,
  summary: (world: W, session: Session) => string,
  finish: Action<W>,
): Page<W> {
  return {
    title,
    controls: (world, session) => [
      text('Summary', summary(world, session)),
      button('Back'),
      button('Finish'),
      button('Cancel'),
    ],
    actions: { Back: goBack, Finish: finish, Cancel: cancel },
  };
}

/** The message after a wizard has finished. */
export function messagePage<W>({ title, cancel }: WizardFrame<W>): Page<W> {
  return { title, controls: () => [button('OK')], actions: { OK: cancel } };
}

/** A page of a wizard that asks for a file, and the dialog behind its "Browse". */
export interface FileQuestion<W> {
  readonly page: string;
  readonly dialog: 'Open' | 'Save As';
  readonly next: Action<W>;
  /** throws a Refusal for a name that the dialog does not accept */
  readonly check?: (world: W, session: Session, name: string) => void;
}

/** The file name on a page that asks for a file, or in its dialog. */
export function fileNameOn(session: Session, page: string): string {
  return textOn(session, page, FILE_NAME);
}

const FILE_NAME = 'File name';

/** The two pages of the question; the button that accepts the name in the dialog is "Open" or "Save". */
export function filePages<W extends Network>(
  frame: WizardFrame<W>,
  { page, dialog, next, check }: FileQuestion<W>,
): Readonly<Record<string, Page<W>>> {
  const accept = dialog === 'Open' ? 'Open' : 'Save';
  const accepted: Action<W> = (world, session) => {
    const name = fileNameOn(session, dialog);
    check?.(world, session, name);
    return { world, session: onPage(withAnswer(session, page, FILE_NAME, name), page) };
  };
  return {
    [page]: framedPage(frame, (_, session) => [field(session, FILE_NAME), button('Browse')], next, {
      actions: { Browse: goTo(dialog) },
    }),
    [dialog]: {
      title: dialog,
      controls: (_, session) => [field(session, FILE_NAME), button(accept), button('Cancel')],
      actions: { [accept]: accepted, Cancel: goTo(page) },
    },
  };
}
