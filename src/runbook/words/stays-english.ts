import { ENGLISH } from './english/page';
import type { PageWords } from './page-words';

/** Accounts and paths: `CONTOSO\name`. They belong to no language. */
const NAMES = /[^\s「」（），。；：]*\\[^\s「」（），。；：]+/g;

/** Whether a text on a page in another language stayed English. */
export function staysEnglish(text: string, { language }: Pick<PageWords, 'language'>): boolean {
  return language !== ENGLISH.language && /[a-z]{2}/.test(text) && !/\p{Script=Han}/u.test(text.replace(NAMES, ''));
}
