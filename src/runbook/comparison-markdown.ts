import type { Comparison, Kind, Outcome, ScenarioChange, Side, StepChange, StepSide } from './comparison/comparison';
import { firstLine } from './recording/failure-message';
import type { Words } from './words/words';

/** The comparison as Markdown, to be read in the discussion of a change. */
export function comparisonMarkdown(comparison: Comparison, words: Words): string {
  const { labels } = words;
  const { before, after, newlyFailing, newlyPassing, procedures } = comparison;
  const lines = [
    `# ${labels.changes}`,
    words.changed(comparison),
    `${labels.earlierRun}: ${sideText(before, words)}  \n${labels.laterRun}: ${sideText(after, words)}`,
    ...section(labels.newlyFailing, newlyFailing.map(outcomeText)),
    ...section(labels.newlyPassing, newlyPassing.map(outcomeText)),
    ...procedures.flatMap(({ title, titleBefore, uri, uriBefore, kinds, rules, scenarios }) => [
      `## ${escaped(title)}${kindsText(kinds, words)}`,
      `${code(uri)}${[uriBefore && code(uriBefore), escaped(titleBefore)].map((was) => formerly(was, words)).join('')}`,
      ...rules.map((rule) => `**${labels.rule}:** ${escaped(rule.after)}${formerly(escaped(rule.before), words)}`),
      ...scenarios.flatMap((scenario) => scenarioText(scenario, words)),
    ]),
  ];
  return `${lines.join('\n\n')}\n`;
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`## ${title}`, items.join('\n')];
}

function sideText({ startedAt, environment, scenarios }: Side, { labels }: Words): string {
  const facts = [startedAt, escaped(environment), `${scenarios} ${labels.scenarios.toLowerCase()}`];
  return facts.filter((fact) => fact !== '').join(', ');
}

function outcomeText({ procedure, scenario, step, message }: Outcome): string {
  const place = [procedure, scenario, step].filter((part) => part !== '').map(escaped);
  return `- ${place.join(' › ')}${message === '' ? '' : `: ${code(firstLine(message))}`}`;
}

function scenarioText(change: ScenarioChange, words: Words): readonly string[] {
  const { name, nameBefore, cells, kinds, state, stateBefore, steps } = change;
  const row = cells.map((cell) => `${cell.name}: ${cell.value}`).join(', ');
  const states = [stateBefore, state].flatMap((one) => (one === null ? [] : [words.states[one]]));
  const title = `### ${escaped(name)}${row === '' ? '' : ` (${escaped(row)})`}${kindsText(kinds, words)}`;
  const told = `${[...new Set(states)].join(' → ')}${formerly(escaped(nameBefore), words)}`;
  return [title, told, ...(steps.length === 0 ? [] : [steps.map((step) => stepText(step, words)).join('\n')])];
}

function stepText({ kinds, before, after }: StepChange, words: Words): string {
  const sides = [
    ...(before ? [`  - ${words.labels.earlierRun} ${sideOfStep(before)}`] : []),
    ...(after ? [`  - ${words.labels.laterRun} ${sideOfStep(after)}`] : []),
  ];
  return [`- **${kinds.map((kind) => words.labels[kind]).join(', ')}**`, ...sides].join('\n');
}

function sideOfStep({ position, keyword, text, table, docString }: StepSide): string {
  const rows = table.map((row) => row.join(' | '));
  const more = [...rows, docString].filter((line) => line !== '').map((line) => ` ${code(line.replace(/\s+/g, ' '))}`);
  return `${position}: ${escaped(keyword)} ${escaped(text)}${more.join('')}`;
}

function kindsText(kinds: readonly Kind[], { labels }: Words): string {
  return kinds.length === 0 ? '' : ` — ${kinds.map((kind) => labels[kind].toLowerCase()).join(', ')}`;
}

function formerly(was: string, { labels }: Words): string {
  return was === '' ? '' : ` (${labels.formerly} ${was})`;
}

/** Text that stays text: no markup, no HTML, no line of its own. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|~&@-]/g, '\\$&');
}

/** A span of code, whatever backticks are in it. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}
