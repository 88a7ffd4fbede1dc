import type {
  Comparison,
  ProcedureChange,
  ScenarioChange,
  ScenarioOutcome,
  StepChange,
  StepSide,
} from '../../comparison/comparison';
import { argumentOf, partsOfBoth } from '../../comparison/step-changes';
import type { Words } from '../../words/words';

/** The comparison with the names and sentences of the features in one language, as the runbook has them. */
export function comparisonView(comparison: Comparison, words: Words): Comparison {
  return {
    ...comparison,
    newlyFailing: comparison.newlyFailing.map((one) => outcomeIn(one, words)),
    newlyPassing: comparison.newlyPassing.map((one) => outcomeIn(one, words)),
    procedures: comparison.procedures.map((one) => procedureIn(one, words)),
  };
}

function outcomeIn({ procedure, scenario, step, ...others }: ScenarioOutcome, { prose }: Words): ScenarioOutcome {
  return { ...others, procedure: prose(procedure), scenario: prose(scenario), step: prose(step) };
}

function procedureIn(procedure: ProcedureChange, words: Words): ProcedureChange {
  const { title, titleBefore, rules, scenarios } = procedure;
  return {
    ...procedure,
    title: words.prose(title),
    titleBefore: words.prose(titleBefore),
    rules: rules.map(({ before, after }) => ({ before: words.prose(before), after: words.prose(after) })),
    scenarios: scenarios.map((one) => scenarioIn(one, words)),
  };
}

function scenarioIn(scenario: ScenarioChange, words: Words): ScenarioChange {
  const { name, nameBefore, cells, steps } = scenario;
  return {
    ...scenario,
    name: words.prose(name),
    nameBefore: words.prose(nameBefore),
    cells: cells.map((cell) => ({ name: words.cell(cell.name), value: words.cell(cell.value) })),
    steps: steps.map((one) => stepIn(one, words)),
  };
}

/**
 * A pair of sentences stays English where the language has only one of them, or where the translation would hide their
 * difference.
 */
function stepIn(change: StepChange, words: Words): StepChange {
  const { before, after } = change;
  const sides = [before, after].flatMap((side) => side ?? []);
  if (!sides.every(({ text }) => words.step(text))) return change;
  const [was, is] = [before && sideIn(before, words), after && sideIn(after, words)];
  if (!was || !is) return { ...change, before: was, after: is };
  if (was.text === is.text && before?.text !== after?.text) return change;
  const [parts, partsNow] = partsOfBoth(was.text, is.text);
  const [argument, argumentNow] = partsOfBoth(argumentOf(was), argumentOf(is));
  return { ...change, before: { ...was, parts, argument }, after: { ...is, parts: partsNow, argument: argumentNow } };
}

function sideIn(side: StepSide, words: Words): StepSide {
  const text = words.prose(side.text);
  const table = side.table.map((row) => row.map((cell) => words.cell(cell)));
  const said = { ...side, keyword: words.prose(side.keyword), text, parts: [{ text, changed: false }], table };
  return { ...said, argument: [{ text: argumentOf(said), changed: false }] };
}
