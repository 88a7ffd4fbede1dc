import { firstLine } from '../../recording/model/failure-message';
import type {
  Comparison,
  Kind,
  ScenarioChange,
  ScenarioOutcome,
  Side,
  StepChange,
  StepSide,
} from '../comparison/comparison';
import { changesInWords } from '../words/comparison-words';
import type { Words } from '../words/words';

/** The comparison as Markdown, to be read in the discussion of a change. */
export function comparisonMarkdown(comparison: Comparison, words: Words): string {
  const { labels } = words;
  const { before, after, newlyFailing, newlyPassing, procedures } = comparison;
  const parts = [
    `# ${labels.changes}`,
    changesInWords(comparison, words),
    lines(
      named(labels.earlierRun, sideText(before, words), words),
      named(labels.laterRun, sideText(after, words), words),
    ),
    ...section(labels.newlyFailing, newlyFailing, words),
    ...section(labels.newlyPassing, newlyPassing, words),
    ...procedures.flatMap(({ title, titleBefore, uri, uriBefore, kinds, rules, scenarios }) => [
      `## ${escaped(title)}`,
      lines(
        [kindsText(kinds, words), code(uri)].filter((text) => text !== '').join(' '),
        formerly(escaped(titleBefore), words),
        formerly(uriBefore && code(uriBefore), words),
      ),
      ...rules.map((rule) =>
        lines(named(`**${labels.rule}**`, escaped(rule.after), words), formerly(escaped(rule.before), words)),
      ),
      ...scenarios.flatMap((scenario) => scenarioText(scenario, words)),
    ]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Lines of one paragraph, without the empty ones. */
function lines(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('  \n');
}

function named(name: string, text: string, { labels }: Words): string {
  return `${name}${labels.colon}${text}`;
}

function section(title: string, outcomes: readonly ScenarioOutcome[], words: Words): readonly string[] {
  return outcomes.length === 0 ? [] : [`## ${title}`, outcomes.map((one) => outcomeText(one, words)).join('\n')];
}

function sideText({ startedAt, environment, scenarios }: Side, words: Words): string {
  const facts = [startedAt, escaped(environment), named(words.labels.scenarios, `${scenarios}`, words)];
  return facts.filter((fact) => fact !== '').join(words.labels.comma);
}

function outcomeText({ procedure, scenario, step, message }: ScenarioOutcome, words: Words): string {
  const place = [procedure, scenario, step].filter((part) => part !== '').map(escaped);
  return `- ${message === '' ? place.join(' › ') : named(place.join(' › '), code(firstLine(message)), words)}`;
}

function scenarioText(change: ScenarioChange, words: Words): readonly string[] {
  const { name, nameBefore, cells, kinds, state, stateBefore, steps } = change;
  const row = cells.map((cell) => named(escaped(cell.name), escaped(cell.value), words)).join(words.labels.comma);
  const states = [stateBefore, state].flatMap((one) => (one === null ? [] : [words.states[one]]));
  return [
    `### ${escaped(name)}`,
    lines(row, kindsText(kinds, words), [...new Set(states)].join(' → '), formerly(escaped(nameBefore), words)),
    steps.map((step) => stepText(step, words)).join('\n'),
  ];
}

function stepText({ kinds, before, after }: StepChange, words: Words): string {
  const { earlierRun, laterRun } = words.labels;
  const sides = [
    ...(before ? [`  - ${named(earlierRun, sideOfStep(before), words)}`] : []),
    ...(after ? [`  - ${named(laterRun, sideOfStep(after), words)}`] : []),
  ];
  return [`- ${kindsText(kinds, words)}`, ...sides].join('\n');
}

function sideOfStep({ position, keyword, text, table, docString }: StepSide): string {
  const rows = table.map((row) => row.join(' | '));
  const more = [...rows, docString].filter((line) => line !== '').map((line) => ` ${code(line.replace(/\s+/g, ' '))}`);
  return `${position} ${escaped(keyword)} ${escaped(text)}${more.join('')}`;
}

function kindsText(kinds: readonly Kind[], { labels }: Words): string {
  return kinds.length === 0 ? '' : `**${kinds.map((kind) => labels[kind]).join(labels.comma)}**`;
}

function formerly(was: string, words: Words): string {
  return was === '' ? '' : named(words.labels.formerly, was, words);
}

/** Escapes text: no markup, no HTML, no line breaks. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|~&@-]/g, '\\$&');
}

/** A span of code, also for a text with backticks. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}
