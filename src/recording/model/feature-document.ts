import type { PlanPlace } from '../../gherkin/plan-comments';
import type { Citation } from '../../gherkin/source-comments';

/** An element of a feature file with its line and the ids that its comments cite. */
export interface FeatureElement {
  readonly line: number;
  readonly name: string;
  readonly description: string;
  readonly sources: readonly string[];
  /** the known failures that it shows */
  readonly failures: readonly string[];
  /** the sentences at which the procedure fails */
  readonly failsAt: readonly string[];
}

/** A step as written. */
export interface StepElement extends FeatureElement {
  readonly keyword: string;
  readonly background: boolean;
  /** why its effect cannot be rolled back; empty if the feature does not say */
  readonly irreversible: string;
  /** the part of a plan that begins with the step; null for every other step */
  readonly begins: PlanPlace | null;
}

/** A scenario, or one row of a Scenario Outline, with the enclosing elements, outermost first. */
export interface ScenarioElement extends FeatureElement {
  readonly feature: FeatureElement;
  readonly rule: FeatureElement | null;
  readonly backgrounds: readonly FeatureElement[];
}

/** One row of an Examples table: its cells by column, and its table. */
export interface RowElement extends FeatureElement {
  readonly cells: readonly { readonly name: string; readonly value: string }[];
  readonly table: FeatureElement;
}

/** A feature file: its elements by the ids that pickles use. */
export interface FeatureDocument {
  readonly uri: string;
  readonly language: string;
  readonly feature: FeatureElement;
  readonly citations: readonly Citation[];
  readonly scenarios: ReadonlyMap<string, ScenarioElement>;
  readonly rows: ReadonlyMap<string, RowElement>;
  readonly steps: ReadonlyMap<string, StepElement>;
}
