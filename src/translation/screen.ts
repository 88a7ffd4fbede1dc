import { type Catalogue, type Texts, textIn } from './catalogue';
import { phraseIn } from './phrases';

/** Text on a screen in the other language; the data in it stays. Undefined where nothing of it is known. */
export type ScreenTexts = (text: string) => string | undefined;

/**
 * What separates the entries of a text on a screen, the separator in the other language, and whether every entry must
 * be known. The lines of a command's output are not known, even if one of them equals a known text.
 */
const SEPARATORS: readonly (readonly [from: string, to: string, every: boolean])[] = [
  ['\n', '\n', true],
  ['; ', '；', true],
  [' | ', ' | ', false],
  [' > ', ' > ', false],
];
const VALUE = ': ';

/**
 * Translates what windows and web pages show: a known text, or lines, columns and `label: value` that contain one.
 *
 * @param label a label of the product in the other language; undefined if it is not known
 */
export function screenTextsOf(
  { screen }: Pick<Catalogue, 'screen'>,
  label: (english: string) => string | undefined,
): ScreenTexts {
  const known = new Map<string, string | undefined>();
  const whole = (text: string): string | undefined => knownIn(screen, text) ?? label(text);
  const say = (text: string): string | undefined => {
    if (!known.has(text)) known.set(text, whole(text) ?? entries(text, say) ?? withValue(text, whole, say));
    return known.get(text);
  };
  return say;
}

function knownIn(screen: Texts, text: string): string | undefined {
  return textIn(screen, text) ?? phraseIn(screen, text);
}

function entries(text: string, say: ScreenTexts): string | undefined {
  for (const [from, to, every] of SEPARATORS) {
    const parts = text.split(from);
    if (parts.length < 2) continue;
    const said = parts.map(say);
    const enough = every ? said.every((part) => part !== undefined) : said.some((part) => part !== undefined);
    if (enough) return said.map((part, index) => part ?? parts[index]).join(to);
  }
  return undefined;
}

/** `label: value` with a known label. */
function withValue(text: string, whole: ScreenTexts, say: ScreenTexts): string | undefined {
  const end = text.indexOf(VALUE);
  const label = end < 0 ? undefined : whole(text.slice(0, end));
  if (label === undefined) return undefined;
  const value = text.slice(end + VALUE.length);
  return `${label}：${say(value) ?? value}`;
}
