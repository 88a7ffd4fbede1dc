import type { Background, Examples, Feature, GherkinDocument, RuleChild, Scenario, Step } from '@cucumber/messages';
import { type PlanPlace, planPlaces } from '../../gherkin/plan-comments';
import { type Citation, citationsIn, idsByLine, irreversibleSteps } from '../../gherkin/source-comments';
import type {
  FeatureDocument,
  FeatureElement,
  RowElement,
  ScenarioElement,
  StepElement,
} from '../model/feature-document';

/** Reads a document of the message stream. */
export function featureDocument(document: GherkinDocument, feature: Feature): FeatureDocument {
  const mentions = citationsIn(document);
  const ofSentences = mentions.filter(({ kind }) => kind !== 'failure');
  const survey = new DocumentReader(mentions, irreversibleSteps(document), planPlaces(document));
  const place = survey.place(feature);
  survey.children(feature.children, { feature: place, rule: null, backgrounds: [] });
  const { scenarios, rows, steps } = survey;
  return {
    uri: document.uri ?? '',
    language: feature.language,
    feature: place,
    citations: ofSentences,
    scenarios,
    rows,
    steps,
  };
}

type Node = Pick<Scenario, 'location' | 'name' | 'description'>;
type Around = Pick<ScenarioElement, 'feature' | 'rule' | 'backgrounds'>;

const NONE: readonly string[] = [];

class DocumentReader {
  readonly scenarios = new Map<string, ScenarioElement>();
  readonly rows = new Map<string, RowElement>();
  readonly steps = new Map<string, StepElement>();
  readonly #sources: ReadonlyMap<number, readonly string[]>;
  readonly #failures: ReadonlyMap<number, readonly string[]>;
  readonly #failsAt: ReadonlyMap<number, readonly string[]>;
  readonly #irreversible: ReadonlyMap<number, string>;
  readonly #places: ReadonlyMap<number, PlanPlace>;

  constructor(
    mentions: readonly Citation[],
    irreversible: ReadonlyMap<number, string>,
    places: ReadonlyMap<number, PlanPlace>,
  ) {
    this.#places = places;
    this.#irreversible = irreversible;
    this.#sources = idsByLine(mentions, 'source');
    this.#failures = idsByLine(mentions, 'failure');
    this.#failsAt = idsByLine(mentions, 'fails at');
  }

  place({ location: { line }, name, description }: Node): FeatureElement {
    return {
      line,
      name,
      description: paragraph(description),
      sources: this.#sources.get(line) ?? NONE,
      failures: this.#failures.get(line) ?? NONE,
      failsAt: this.#failsAt.get(line) ?? NONE,
    };
  }

  children(children: Feature['children'] | readonly RuleChild[], outside: Around): void {
    let around = outside;
    for (const child of children) {
      if (child.background) around = this.background(child.background, around);
      if (child.scenario) this.scenario(child.scenario, around);
      if ('rule' in child && child.rule)
        this.children(child.rule.children, { ...around, rule: this.place(child.rule) });
    }
  }

  background(background: Background, around: Around): Around {
    this.stepsOf(background.steps, true);
    return { ...around, backgrounds: [...around.backgrounds, this.place(background)] };
  }

  scenario(scenario: Scenario, around: Around): void {
    this.scenarios.set(scenario.id, { ...this.place(scenario), ...around });
    this.stepsOf(scenario.steps, false);
    for (const examples of scenario.examples) this.examples(examples);
  }

  examples(examples: Examples): void {
    const table = this.place(examples);
    const names = examples.tableHeader?.cells ?? [];
    for (const row of examples.tableBody) {
      const cells = row.cells.map((cell, index) => ({ name: names[index]?.value ?? '', value: cell.value }));
      this.rows.set(row.id, { ...this.place({ ...row, name: '', description: '' }), cells, table });
    }
  }

  stepsOf(steps: readonly Step[], background: boolean): void {
    for (const { id, location, text, keyword } of steps) {
      const { line } = location;
      this.steps.set(id, {
        line,
        name: text,
        description: '',
        sources: this.#sources.get(line) ?? NONE,
        failures: this.#failures.get(line) ?? NONE,
        failsAt: this.#failsAt.get(line) ?? NONE,
        keyword: keyword.trim(),
        background,
        irreversible: this.#irreversible.get(line) ?? '',
        begins: this.#places.get(line) ?? null,
      });
    }
  }
}

/** A description without the indentation of the file. */
function paragraph(description: string): string {
  if (description === '') return '';
  return description
    .split(/\r?\n/)
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
