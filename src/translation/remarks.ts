import type { Texts } from './catalogue';
import { literally } from './phrases';

/** Says what a run says of itself; undefined for what the catalogue does not have. */
export type Remarks = (english: string) => string | undefined;

/** Reads remarks by the first pattern that fits; what stands in it is said by `otherwise` where it is no remark itself. */
export function remarksOf(remarks: Texts, otherwise: (text: string) => string): Remarks {
  const patterns = Object.entries(remarks).map(([english, translated]) => ({
    names: [...english.matchAll(SLOT)].map(([, name = '']) => name),
    pattern: new RegExp(
      `^${english
        .split(/\{\w+\}/)
        .map(literally)
        .join('(.+?)')}$`,
      's',
    ),
    translated,
  }));
  const say: Remarks = (english) => {
    for (const { names, pattern, translated } of patterns) {
      const found = pattern.exec(english);
      if (!found) continue;
      const values = new Map(names.map((name, index) => [name, found[index + 1] ?? '']));
      return translated.replace(SLOT, (slot, name: string) => {
        const value = values.get(name) ?? slot;
        return say(value) ?? otherwise(value);
      });
    }
    return undefined;
  };
  return say;
}

const SLOT = /\{(\w+)\}/g;
