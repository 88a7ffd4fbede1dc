import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import {
  type Background,
  type Feature,
  type GherkinDocument,
  IdGenerator,
  type Pickle,
  type Rule,
  type Scenario,
  type Step,
  type Tag,
} from '@cucumber/messages';
import { ROOT } from '../root';
import { filesBelow } from '../source-tree';

export type StepKind = 'Given' | 'When' | 'Then';

export interface FeatureStep {
  readonly line: number;
  /** And, But and * have the kind of the step above; '*' at the beginning has none */
  readonly kind: StepKind | undefined;
  readonly keyword: string;
  readonly text: string;
}

export interface FeatureExample {
  readonly line: number;
  readonly name: string;
  /** its tags and those of its rule and feature, without `@` */
  readonly tags: readonly string[];
  readonly isWalk: boolean;
  readonly steps: readonly FeatureStep[];
  /** the total number of rows in its Examples; undefined if it is not an outline */
  readonly rows: number | undefined;
  /** the lines of its rule and feature, whose comments also apply to it */
  readonly within: readonly number[];
}

export interface Named {
  readonly line: number;
  readonly name: string;
}

export interface FeatureComment {
  readonly line: number;
  readonly text: string;
}

/** The parts of a feature file that the rules use. */
export interface FeatureFile {
  readonly path: string;
  readonly feature: (Named & { readonly description: string }) | undefined;
  readonly rules: readonly Named[];
  readonly examples: readonly FeatureExample[];
  readonly backgrounds: readonly { readonly line: number; readonly steps: readonly FeatureStep[] }[];
  readonly tags: readonly Named[];
  readonly comments: readonly FeatureComment[];
  /** the comments directly above the element on that line, or above its tags */
  readonly commentsAbove: ReadonlyMap<number, readonly FeatureComment[]>;
  readonly pickles: readonly Pickle[];
}

interface Above {
  readonly tags: readonly string[];
  readonly lines: readonly number[];
}

/** The parsed features below that folder. */
export function featuresBelow(folder: string, root = ROOT): FeatureFile[] {
  return filesBelow([folder], '.feature', root).map((path) =>
    featureFile(path, readFileSync(join(root, path), 'utf8')),
  );
}

export function featureFile(path: string, text: string): FeatureFile {
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  const document = parsed(path, () => parser.parse(text));
  const feature = document.feature;
  const comments = document.comments.map(({ location, text: t }) => ({ line: location.line, text: t.trim() }));
  return {
    path,
    feature: feature && { line: feature.location.line, name: feature.name, description: feature.description },
    rules: rulesOf(feature).map((rule) => ({ line: rule.location.line, name: rule.name })),
    examples: feature ? examplesOf(feature) : [],
    backgrounds: backgroundsOf(feature).map((b) => ({ line: b.location.line, steps: stepsOf(b.steps) })),
    tags: tagsOf(feature).map((tag) => ({ line: tag.location.line, name: tag.name })),
    comments,
    commentsAbove: commentsAbove(feature, comments),
    pickles: feature ? compile(document, path, newId) : [],
  };
}

function parsed(path: string, parse: () => GherkinDocument): GherkinDocument {
  try {
    return parse();
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`);
  }
}

function examplesOf(feature: Feature): FeatureExample[] {
  const above: Above = { tags: namesOf(feature.tags), lines: [feature.location.line] };
  return feature.children.flatMap(({ scenario, rule }) => {
    if (scenario) return [exampleOf(scenario, above)];
    if (!rule) return [];
    const inner = { tags: [...above.tags, ...namesOf(rule.tags)], lines: [...above.lines, rule.location.line] };
    return rule.children.flatMap((child) => (child.scenario ? [exampleOf(child.scenario, inner)] : []));
  });
}

function exampleOf(scenario: Scenario, above: Above): FeatureExample {
  const tags = [...above.tags, ...namesOf(scenario.tags)];
  const isOutline = scenario.examples.length > 0 || /outline|template/i.test(scenario.keyword);
  return {
    line: scenario.location.line,
    name: scenario.name,
    tags,
    isWalk: tags.includes('procedure'),
    steps: stepsOf(scenario.steps),
    rows: isOutline ? scenario.examples.reduce((sum, { tableBody }) => sum + tableBody.length, 0) : undefined,
    within: above.lines,
  };
}

function stepsOf(steps: readonly Step[]): FeatureStep[] {
  let kind: StepKind | undefined;
  return steps.map((step) => {
    kind = kindOf(step, kind);
    return { line: step.location.line, kind, keyword: step.keyword.trim(), text: step.text };
  });
}

function kindOf(step: Step, before: StepKind | undefined): StepKind | undefined {
  switch (step.keywordType) {
    case 'Context':
      return 'Given';
    case 'Action':
      return 'When';
    case 'Outcome':
      return 'Then';
    default:
      return before;
  }
}

function rulesOf(feature: Feature | undefined): Rule[] {
  return (feature?.children ?? []).flatMap(({ rule }) => (rule ? [rule] : []));
}

function backgroundsOf(feature: Feature | undefined): Background[] {
  const children = [...(feature?.children ?? []), ...rulesOf(feature).flatMap((rule) => rule.children)];
  return children.flatMap(({ background }) => (background ? [background] : []));
}

function scenariosOf(feature: Feature | undefined): Scenario[] {
  const children = [...(feature?.children ?? []), ...rulesOf(feature).flatMap((rule) => rule.children)];
  return children.flatMap(({ scenario }) => (scenario ? [scenario] : []));
}

function tagsOf(feature: Feature | undefined): Tag[] {
  const ofScenarios = scenariosOf(feature).flatMap((s) => [...s.tags, ...s.examples.flatMap((e) => e.tags)]);
  return [...(feature?.tags ?? []), ...rulesOf(feature).flatMap((rule) => rule.tags), ...ofScenarios];
}

function namesOf(tags: readonly Tag[]): string[] {
  return tags.map((tag) => tag.name.replace(/^@/, ''));
}

/** A comment belongs to the element on the next line. Further comments and tags may be between them. */
function commentsAbove(
  feature: Feature | undefined,
  comments: readonly FeatureComment[],
): Map<number, FeatureComment[]> {
  const byLine = new Map(comments.map((comment) => [comment.line, comment]));
  const found = new Map<number, FeatureComment[]>();
  for (const [line, tagLines] of thingsIn(feature)) {
    const above: FeatureComment[] = [];
    for (let n = line - 1; byLine.has(n) || tagLines.includes(n); n--) above.push(...[byLine.get(n) ?? []].flat());
    found.set(line, above);
  }
  return found;
}

/** Features, rules, backgrounds, examples and steps: their line, and the lines of their tags. */
function thingsIn(feature: Feature | undefined): [line: number, tagLines: number[]][] {
  if (!feature) return [];
  const tagged = [feature, ...rulesOf(feature), ...scenariosOf(feature)].map((thing): [number, number[]] => [
    thing.location.line,
    thing.tags.map((tag) => tag.location.line),
  ]);
  const parents = [...backgroundsOf(feature), ...scenariosOf(feature)];
  const plain = [...backgroundsOf(feature), ...parents.flatMap((parent) => parent.steps)];
  return [...tagged, ...plain.map((thing): [number, number[]] => [thing.location.line, []])];
}
