/** A step as written, with the comments above it and the table or doc string below it. */
export interface WrittenStep {
  readonly comments: readonly string[];
  readonly type: StepType;
  /** without its keyword */
  readonly text: string;
  /** trimmed on the right; indented as in a scenario */
  readonly argument: readonly string[];
}

export type StepType = 'Given' | 'When' | 'Then';

const STEP = /^\s*(Given|When|Then|And|But)\s+(.*\S)\s*$/;
const FENCE = /^\s*"""/;

/** The steps in lines of Gherkin; everything else ends them. */
export function stepsIn(lines: readonly string[]): readonly WrittenStep[] {
  const steps: (WrittenStep & { readonly argument: string[] })[] = [];
  let comments: string[] = [];
  let type: StepType = 'Given';
  let inDocString = false;
  for (const line of lines) {
    const [, keyword, text = ''] = (!inDocString && STEP.exec(line)) || [];
    if (FENCE.test(line)) inDocString = !inDocString;
    if (keyword !== undefined) {
      type = typeOf(keyword, type);
      steps.push({ comments, type, text, argument: [] });
      comments = [];
    } else if (inDocString || FENCE.test(line) || /^\s*\|/.test(line)) steps.at(-1)?.argument.push(line.trim());
    else if (/^\s*#/.test(line)) comments.push(line.trim());
    else if (line.trim() !== '') break;
  }
  return steps;
}

function typeOf(keyword: string, before: StepType): StepType {
  switch (keyword) {
    case 'Given':
    case 'When':
    case 'Then':
      return keyword;
    default:
      return before;
  }
}

/** The steps of the scenario with this name. Throws an Error if none of the features has it. */
export function stepsOfScenario(name: string, features: readonly string[]): readonly WrittenStep[] {
  for (const text of features) {
    const lines = text.split(/\r?\n/);
    const at = lines.findIndex((line) => line.trim() === `Example: ${name}`);
    if (at >= 0) return stepsIn(lines.slice(at + 1));
  }
  throw new Error(`plan.yaml names the procedure "${name}", which no feature beside it has`);
}
