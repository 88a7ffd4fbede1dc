import type { Envelope, Feature, GherkinDocument, Rule, Scenario } from '@cucumber/messages';

/**
 * Parts of feature files that execute nothing, each as `file:line: error, and remedy`: a file without a feature, a
 * feature or rule without scenarios, a scenario without steps, a Scenario Outline without rows. Cucumber passes them.
 */
export function emptyParts(envelopes: readonly Envelope[]): readonly string[] {
  return envelopes.flatMap(({ gherkinDocument }) =>
    gherkinDocument
      ? emptyIn(gherkinDocument).map(({ line, what }) => `${gherkinDocument.uri ?? ''}:${line}: ${what}`)
      : [],
  );
}

interface EmptyPart {
  readonly line: number;
  readonly what: string;
}

function emptyIn({ feature }: GherkinDocument): readonly EmptyPart[] {
  if (!feature) return [{ line: 1, what: 'the file contains no feature; write one, or remove the file' }];
  const rules = feature.children.flatMap(({ rule }) => rule ?? []);
  const scenarios = [...scenariosOf(feature), ...rules.flatMap(scenariosOf)];
  const without = [
    ...(scenarios.length === 0 ? [feature] : []),
    ...rules.filter((one) => scenariosOf(one).length === 0),
  ];
  return [
    ...without.map(({ location, keyword, name }) => ({
      line: location.line,
      what: `${named(keyword, name)} has no scenario, so nothing would be executed; write one, or remove it`,
    })),
    ...scenarios.flatMap(emptyScenario),
  ].sort((a, b) => a.line - b.line);
}

function scenariosOf({ children }: Feature | Rule): readonly Scenario[] {
  return [...children].flatMap(({ scenario }) => scenario ?? []);
}

function emptyScenario({ location, keyword, name, steps, examples }: Scenario): readonly EmptyPart[] {
  const { line } = location;
  if (steps.length === 0)
    return [
      { line, what: `${named(keyword, name)} has no steps, so nothing would be executed; write steps, or remove it` },
    ];
  const tables = examples.filter(({ tableBody }) => tableBody.length === 0);
  return tables.map((table) => ({
    line: table.location.line,
    what: `the ${table.keyword} of ${named(keyword, name)} have no rows, so nothing would be executed; add rows, or remove them`,
  }));
}

function named(keyword: string, name: string): string {
  return name === '' ? `the ${keyword}` : `${keyword} "${name}"`;
}
