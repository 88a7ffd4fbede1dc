import { ENGLISH } from './english/page';
import { type Message, slotsOf } from './messages';
import type { PageWords } from './page-words';

/**
 * The words of the pages as a language gives them in its YAML files. Throws an Error that lists every text that is
 * missing, unknown, or has other slots than the English one.
 *
 * @param language the folder below `languages/`, for the message
 */
export function translatedPage(found: unknown, language: string): PageWords {
  const problems = differences(ENGLISH, found, '');
  if (problems.length > 0 || !isPage(found)) throw new Error(`languages/${language}/pages: ${problems.join('; ')}`);
  return found;
}

/** Whether the data has the shape of the English words; narrows what `differences` has compared. */
function isPage(found: unknown): found is PageWords {
  return differences(ENGLISH, found, '').length === 0;
}

function differences(english: unknown, found: unknown, path: string): readonly string[] {
  if (isMessage(english)) {
    if (!isMessage(found) || (isEmpty(found) && !isEmpty(english))) return [`${path} is missing`];
    const [own, given] = [slotsOf(english), slotsOf(found)];
    return own.join() === given.join()
      ? []
      : [`${path} has the slots {${given.join('}, {')}}; have {${own.join('}, {')}}`];
  }
  if (!isRecord(english)) return [];
  if (!isRecord(found)) return [`${path || 'everything'} is missing`];
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  const unknown = Object.keys(found).filter((name) => !Object.hasOwn(english, name));
  return [
    ...Object.entries(english).flatMap(([name, text]) => differences(text, found[name], at(name))),
    ...unknown.map((name) => `${at(name)} is unknown`),
  ];
}

function isEmpty(message: Message): boolean {
  return typeof message === 'string' && message.trim() === '';
}

/** A text, or the forms of a message. */
function isMessage(value: unknown): value is Message {
  return typeof value === 'string' || (isRecord(value) && typeof value.other === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
