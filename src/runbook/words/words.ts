import { ENGLISH } from './english/page';
import type { PageWords } from './page-words';
import { AS_WRITTEN, type TextWords } from './text-words';

/** Everything that a runbook says in one language: the pages' own words, and how the texts of a run read. */
export interface Words extends PageWords, TextWords {}

/** The pages in English, with the texts of the run as they were written. */
export const english: Words = { ...ENGLISH, ...AS_WRITTEN };
