import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../root';

/** One rule of `prose/vocabulary.yaml`. */
export interface VocabularyRule {
  /** the words to avoid, as written in the file */
  readonly avoid: string;
  readonly except?: string;
  readonly use: string;
  /** a sentence that the rule must report */
  readonly bad: string;
  /** a sentence that the rule must accept */
  readonly good?: string;
}

/** One place in a text where a rule reports something. */
export interface Match {
  readonly index: number;
  readonly message: string;
}

/** The rules of `prose/vocabulary.yaml`, in file order. */
export function vocabulary(): VocabularyRule[] {
  return parse(readFileSync(join(ROOT, 'prose', 'vocabulary.yaml'), 'utf8'));
}

/** Every place of the text that the rule reports. Places that match `except` are skipped. */
export function matches(rule: VocabularyRule, text: string): Match[] {
  const checked = rule.except === undefined ? text : text.replace(pattern(rule.except), masked);
  return [...checked.matchAll(pattern(rule.avoid))].map((match) => ({
    index: match.index,
    message: `"${match[0].replace(/\s+/g, ' ')}": use ${rule.use}`,
  }));
}

function masked(text: string): string {
  return '_'.repeat(text.length);
}

/** Whole words: neither a letter, a digit, a hyphen, an underscore nor a dot with a letter may follow or precede. */
function pattern(words: string): RegExp {
  return new RegExp(`(?<![\\w-])(?:${words.replaceAll(' ', '\\s+')})(?![\\w-])`, 'gi');
}
