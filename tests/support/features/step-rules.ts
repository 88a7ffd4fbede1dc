import ts from 'typescript';
import { collect, lineOf, type SourceFile, type Violation, violation } from '../source-tree';
import type { FeatureFile } from './feature-tree';

const DEFINITIONS = 60;
const DEFINITIONS_PER_EXAMPLE = 0.6;
const BODY_LINES = 5;
const HOOKS = 'steps/support/hooks.ts';

/** A call of Given, When or Then, as written. */
export interface WrittenDefinition {
  readonly file: SourceFile;
  readonly call: ts.CallExpression;
  readonly keyword: string;
  readonly pattern: ts.Expression | undefined;
  readonly body: ts.ConciseBody | undefined;
}

/** A definition as Cucumber loaded it. */
export interface LoadedDefinition {
  readonly at: string;
  readonly pattern: string;
  readonly matches: (text: string) => boolean;
}

export type StepRule = (files: readonly SourceFile[], features: readonly FeatureFile[]) => Violation[];

/** The house rules for the text of steps/. */
export const STEP_RULES: Readonly<Record<string, StepRule>> = {
  'there are at most 60 definitions, or 0.6 for each example': tooMany,
  'the body of a definition has at most 5 lines': longBodies,
  'a definition does something': emptyBodies,
  'a definition is a cucumber expression, with named parameters only': patterns,
  'only the hooks attach': attachments,
};

export function definitionsIn(files: readonly SourceFile[]): WrittenDefinition[] {
  return files.flatMap((file) =>
    collect(file, (node) => {
      if (!ts.isCallExpression(node)) return undefined;
      const keyword = node.expression.getText(file.ast);
      if (!/^(Given|When|Then|defineStep)$/.test(keyword)) return undefined;
      const code = node.arguments.at(-1);
      const body = code && (ts.isArrowFunction(code) || ts.isFunctionExpression(code)) ? code.body : undefined;
      return { file, call: node, keyword, pattern: node.arguments[0], body };
    }),
  );
}

function tooMany(files: readonly SourceFile[], features: readonly FeatureFile[]): Violation[] {
  const examples = features.reduce((sum, feature) => sum + feature.examples.length, 0);
  const most = Math.max(DEFINITIONS, Math.floor(DEFINITIONS_PER_EXAMPLE * examples));
  const count = definitionsIn(files).length;
  return count > most ? [{ at: 'steps', what: `${count} definitions for ${examples} examples; ${most} at most` }] : [];
}

function longBodies(files: readonly SourceFile[]): Violation[] {
  return definitionsIn(files).flatMap(({ file, call, body }) => {
    if (!body) return [violation(file, call, 'write the function into the definition')];
    const first = lineOf(file, body.getStart(file.ast));
    const last = lineOf(file, body.end);
    const lines = ts.isBlock(body) ? Math.max(last - first - 1, 1) : last - first + 1;
    return lines > BODY_LINES ? [violation(file, call, `a body of ${lines} lines; ${BODY_LINES} at most`)] : [];
  });
}

function emptyBodies(files: readonly SourceFile[]): Violation[] {
  return definitionsIn(files).flatMap(({ file, call, keyword, body }) =>
    body && ts.isBlock(body) && body.statements.length === 0
      ? [violation(file, call, `a ${keyword} that does nothing`)]
      : [],
  );
}

function patterns(files: readonly SourceFile[]): Violation[] {
  return definitionsIn(files).flatMap(({ file, call, pattern }) => {
    if (!pattern || !ts.isStringLiteralLike(pattern))
      return [violation(file, call, 'the pattern is not a plain string')];
    return /(?<!\\)\{\s*\}/.test(pattern.text) ? [violation(file, call, 'the parameter {} has no name')] : [];
  });
}

function attachments(files: readonly SourceFile[]): Violation[] {
  const steps = files.filter((file) => file.path.startsWith('steps/') && file.path !== HOOKS);
  return steps.flatMap((file) =>
    collect(file, (node) => {
      const isCall = ts.isCallExpression(node) && node.expression.getText(file.ast) === 'attach';
      const isMember = ts.isPropertyAccessExpression(node) && node.name.text === 'attach';
      return isCall || isMember ? violation(file, node, `attach; only ${HOOKS} attaches`) : undefined;
    }),
  );
}

/** Steps of the features that no definition matches, or several. */
export function undefinedOrAmbiguous(
  definitions: readonly LoadedDefinition[],
  features: readonly FeatureFile[],
): Violation[] {
  return features.flatMap((feature) =>
    stepTexts(feature).flatMap((text) => {
      const matching = definitions.filter((definition) => definition.matches(text));
      if (matching.length === 1) return [];
      const places = matching.map((definition) => `${definition.at} "${definition.pattern}"`).join(', ');
      return [{ at: feature.path, what: places ? `"${text}" is matched by ${places}` : `"${text}" is not defined` }];
    }),
  );
}

/** Definitions that no step of the features uses. */
export function unusedDefinitions(
  definitions: readonly LoadedDefinition[],
  features: readonly FeatureFile[],
): Violation[] {
  const texts = features.flatMap(stepTexts);
  return definitions
    .filter((definition) => !texts.some((text) => definition.matches(text)))
    .map(({ at, pattern }) => ({ at, what: `no step uses "${pattern}"` }));
}

/** The steps as they are executed: an outline's with its rows filled in. */
function stepTexts(feature: FeatureFile): string[] {
  return [...new Set(feature.pickles.flatMap((pickle) => pickle.steps.map((step) => step.text)))];
}
