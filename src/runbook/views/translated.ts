import { type Catalogue, textIn } from '../../translation/catalogue';
import { literally } from '../../translation/phrases';
import { remarksOf } from '../../translation/remarks';
import { cellIn, type Sentences, sentencesOf } from '../../translation/sentences';
import { alsoFoundBy, contentsOf } from './index/index-entries';
import { labelOf } from './procedure/example-view';
import type { Runbook, StepView, TableView } from './runbook';
import { troublesOf } from './troubleshooting/troubleshooting';

/**
 * The runbook with its texts in the catalogue's language. Anchors, states, evidence and whatever the catalogue does
 * not have stay as they are; a label of the product is followed by what it is called there. What is a text follows
 * from the name of its field, so that this holds for every page.
 */
export function translatedRunbook(runbook: Runbook, catalogue: Catalogue): Runbook {
  const say = sayingIn(catalogue);
  const said: Runbook = JSON.parse(JSON.stringify(runbook), (field, value: unknown) => {
    if (isStep(value)) return { ...value, ...stepIn(value, say) };
    if (isLink(value)) return { ...value, text: say.text(value.text) };
    if (isNamedCell(value)) return { name: say.cell(value.name), value: say.cell(value.value) };
    if (PROSE.has(field)) return eachText(value, say.text);
    if (LABELS.has(field)) return eachText(value, say.label);
    if (REMARKS.has(field)) return eachText(value, say.remark);
    if (CELLS.has(field)) return eachText(value, say.cell);
    return value;
  });
  const contents = alsoFoundBy(contentsOf(said), runbook.contents);
  return { ...said, troubles: troublesOf(said.procedures), contents };
}

/** The fields in which names, descriptions, reasons and the like stand. */
const PROSE = new Set([
  ...['name', 'rule', 'paragraphs', 'keyword', 'kind', 'procedure', 'scenario', 'step'],
  ...['reason', 'notApplicable', 'consequences', 'about', 'symptom', 'cause', 'fix', 'source', 'not'],
]);

/** The fields in which the product's own labels stand, or titles of ours. */
const LABELS = new Set(['title', 'label', 'page', 'control']);

/** The fields in which a run says what it found, refused and changed. */
const REMARKS = new Set(['seen', 'causes', 'fixes', 'detail', 'remedy', 'what', 'where', 'disposition', 'contains']);

/** The fields of the tables that steps are given. */
const CELLS = new Set(['head', 'cells']);

/** Says English texts in another language, by what they are; what the catalogue does not have stays as it is. */
export interface Saying {
  readonly text: (english: string) => string;
  readonly label: (english: string) => string;
  readonly remark: (english: string) => string;
  readonly cell: (english: string) => string;
  readonly sentence: Sentences;
}

/** How things are said in the catalogue's language. */
export function sayingIn(catalogue: Catalogue): Saying {
  const { controls, texts, keywords, remarks } = catalogue;
  const product = (english: string): string => {
    const own = textIn(controls, english);
    return own === undefined ? english : `${english}（${own}）`;
  };
  const sentence = sentencesOf(catalogue, (quoted) => `「${product(quoted)}」`);
  const outline = outlineNames(texts);
  const text = (english: string): string => {
    const plain = english.replace(/\s+/g, ' ');
    const known = textIn(texts, plain) ?? textIn(keywords, plain) ?? outline(plain);
    return known ?? textOf(sentence(plain)) ?? english;
  };
  const cell = (english: string): string => otherwise(cellIn(catalogue, english), english, product);
  const label = (english: string): string => otherwise(text(english), english, product);
  const remarked = remarksOf(remarks, product);
  const remark = (english: string): string => otherwise(remarked(english) ?? english, english, label);
  return { text, label, remark, cell, sentence };
}

function otherwise(said: string, english: string, say: (english: string) => string): string {
  return said === english ? say(english) : said;
}

function textOf(parts: ReturnType<Sentences>): string | undefined {
  return parts?.map(({ text }) => text).join('');
}

/** Names of Scenario Outlines, whose placeholders have been filled in: `A key of <bits> bits`. */
function outlineNames(texts: Catalogue['texts']): (english: string) => string | undefined {
  const outlines = Object.entries(texts).filter(([english]) => PLACEHOLDER.test(english));
  return (name) => {
    for (const [english, translated] of outlines) {
      const found = new RegExp(`^${english.split(PLACEHOLDER).map(placeholderOrWords).join('')}$`).exec(name);
      if (!found) continue;
      const places = english.match(new RegExp(PLACEHOLDER, 'g')) ?? [];
      return places.reduce((text, place, index) => text.replaceAll(place, found[index + 1] ?? place), translated);
    }
    return undefined;
  };
}

const PLACEHOLDER = /<[^<>]+>/;

function placeholderOrWords(words: string, index: number): string {
  return `${index === 0 ? '' : '(.*)'}${literally(words)}`;
}

interface Step {
  readonly text: string;
  readonly parts: readonly unknown[];
  readonly table: TableView | null;
}

function isStep(value: unknown): value is Step {
  return isLink(value, 'parts') && 'parts' in value && Array.isArray(value.parts);
}

/** An object with a text and that other field: `href` in a link. */
function isLink(value: unknown, other = 'href'): value is { readonly text: string } {
  return (
    typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && other in value
  );
}

/** A cell of a Scenario Outline under the name of its column. */
function isNamedCell(value: unknown): value is { readonly name: string; readonly value: string } {
  if (typeof value !== 'object' || value === null || Object.keys(value).join() !== 'name,value') return false;
  return 'name' in value && typeof value.name === 'string' && 'value' in value && typeof value.value === 'string';
}

function stepIn({ text: english, table }: Step, { sentence }: Saying): Partial<StepView> {
  const parts = sentence(english);
  const text = textOf(parts);
  return parts && text !== undefined ? { parts, text, label: labelOf(text, table, FULL_WIDTH) } : {};
}

const FULL_WIDTH = { colon: '：', comma: '、' };

function eachText(value: unknown, say: (english: string) => string): unknown {
  if (typeof value === 'string') return say(value);
  return Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'string' ? say(one) : one)) : value;
}
