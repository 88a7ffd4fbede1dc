import { element } from '../dom.mjs';

/** How many characters a snippet shows before the first word that was found, and in all. */
const BEFORE = 40;
const LENGTH = 160;

/** A sentence says more than a code. */
const SENTENCE = / |\p{Script=Han}{3}/u;

/** What finds any of the words; each in a group, so that `split` keeps it. */
export function patternOf(words) {
  const escaped = words.sort((a, b) => b.length - a.length).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`(${escaped.join('|') || '$^'})`, 'i');
}

/** Adds the text to an element, with each of the words marked. */
export function addHighlighted(to, text, pattern) {
  to.append(...text.split(pattern).map((part, index) => (index % 2 === 1 ? element('mark', part) : part)));
  return to;
}

/** The part of a text around the first of the words; empty if it has none. */
export function snippetOf(text, pattern) {
  const lines = text.split('\n').filter((line) => pattern.test(line));
  const line = lines.find((one) => SENTENCE.test(one)) ?? lines[0] ?? '';
  const start = Math.max(0, line.search(pattern) - BEFORE);
  const end = start + LENGTH;
  return `${start > 0 ? '… ' : ''}${line.slice(start, end)}${end < line.length ? ' …' : ''}`;
}
