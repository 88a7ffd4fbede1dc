import type { Violation } from '../source-tree';
import type { FeatureExample, FeatureFile } from './feature-tree';

/** Every example with its file. */
export function examples(features: readonly FeatureFile[]): [FeatureFile, FeatureExample][] {
  return features.flatMap((f) => f.examples.map((e): [FeatureFile, FeatureExample] => [f, e]));
}

/** The examples that are not procedure runs. */
export function ordinary(features: readonly FeatureFile[]): [FeatureFile, FeatureExample][] {
  return examples(features).filter(([, e]) => !e.isWalk);
}

export function walks(features: readonly FeatureFile[]): [FeatureFile, FeatureExample][] {
  return examples(features).filter(([, e]) => e.isWalk);
}

export function at(f: FeatureFile, line: number, what: string): Violation {
  return { at: `${f.path}:${line}`, what };
}
