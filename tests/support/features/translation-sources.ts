import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import ts from 'typescript';
import { HEADING_WAIVER } from '../../../src/documents/ledger-changes';
import type { FactTexts } from '../../../src/fact';
import { REST_NAME } from '../../../src/plan/compose-rest';
import { readPlanFile, waysOf } from '../../../src/plan/plan-file';
import { UNKNOWN_TEXTS } from '../../../src/pool-state/unknown-texts';
import { STAGE_TITLES } from '../../../src/products/lync-server-2013/continuation/stage-titles';
import { LYNC_ENVIRONMENT } from '../../../src/products/lync-server-2013/environment';
import { type KnownFailure, readFailures } from '../../../src/runbook/source-document/known-failures';
import { readLedger } from '../../../src/runbook/source-document/ledger';
import { titleOf } from '../../../src/runbook/views/coverage/coverage';
import { paragraphsOf } from '../../../src/runbook/views/procedure/paragraphs';
import { SLIP_FACTS } from '../../../src/what-if/slips/slip-facts';
import { UNNOTICED_TEXTS } from '../../../src/what-if/unnoticed-omissions';
import { assumptionsWith } from '../../../src/world/environment-file/environment-assumptions';
import { FACT_TEXTS } from '../../../steps/support/fact-texts';
import { EXTERNAL_PLAN, MAIN_PLAN, plansOf, shippedEnvironment } from '../composed-plans';
import { ROOT } from '../root';
import { filesBelow, typescriptBelow } from '../source-tree';
import { definitionsIn } from './step-rules';

/** All texts of the project that need a translation. */
export interface Sources {
  /** Cucumber expressions of the step definitions */
  readonly sentences: readonly string[];
  /** names, descriptions, reasons, as authors wrote them */
  readonly texts: readonly string[];
  /** English texts of what a run states, by code */
  readonly facts: FactTexts;
  /** cells of the tables of steps */
  readonly cells: readonly string[];
  /** all quoted text in features and sources, which includes labels of the product */
  readonly quoted: string;
}

/** Reads features, step definitions, codes, assumptions and the ledger. */
export function translationSources(): Sources {
  const steps = typescriptBelow(['steps']);
  const written = definitionsIn(steps).flatMap(({ pattern }) =>
    pattern && ts.isStringLiteralLike(pattern) ? [pattern.text] : [],
  );
  const features = filesBelow(['features'], '.feature').map((path) => readFileSync(join(ROOT, path), 'utf8'));
  const elements = features.flatMap((text) => elementsOf(parse(text)));
  const sources = filesBelow(['src/windows', 'src/adcs', 'src/products/lync-server-2013', 'src/operator'], '.ts');
  return {
    sentences: [...new Set(written)],
    texts: [
      ...new Set([
        HEADING_WAIVER,
        ...planTexts(),
        ...elements.flatMap(({ name = '', description = '' }) => [name, ...paragraphsOf(description)]),
        ...readLedger(read('source/internal-edge/ledger.tsv')).flatMap(({ section, kind, waiver = '' }) => [
          ...[titleOf(section), kind, waiver],
        ]),
        ...features.flatMap((text) =>
          [...text.matchAll(/# cannot be taken back: (.*)/g)].map(([, reason = '']) => reason),
        ),
      ]),
    ]
      .map((text) => text.replace(/\s+/g, ' '))
      .filter((text) => text !== ''),
    facts: {
      ...FACT_TEXTS,
      ...UNKNOWN_TEXTS,
      ...SLIP_FACTS,
      ...UNNOTICED_TEXTS,
      ...assumptions(),
      ...knownFailures(features),
    },
    cells: elements.flatMap(({ cells = [] }) => cells),
    quoted: [...features, ...sources.map(read)].join('\n'),
  };
}

/** The titles in the plan files, and the names of the scenarios that are composed from them. */
function planTexts(): readonly string[] {
  const files = [MAIN_PLAN, EXTERNAL_PLAN].map((file) => readPlanFile(read(file), file));
  const titles = files.flatMap(({ title, stages }) => [
    ...(title === undefined ? [] : [title]),
    ...stages.flatMap((stage) => [stage, ...waysOf(stage)].map((way) => way.title)),
  ]);
  const plans = plansOf(shippedEnvironment('contoso.yaml'));
  return [
    ...titles,
    REST_NAME,
    ...Object.values(STAGE_TITLES),
    ...plans.flatMap(({ text }) => [...text.matchAll(/^ {2}Example: (.*)/gm)].map(([, name = '']) => name)),
  ];
}

function assumptions(): FactTexts {
  return Object.fromEntries(
    Object.entries(assumptionsWith(LYNC_ENVIRONMENT)).map(([name, { about }]) => [`assumption.${name}`, about]),
  );
}

/** The texts of the known failures that a feature names, by id and field. */
function knownFailures(features: readonly string[]): FactTexts {
  const named = ({ id }: KnownFailure) => features.some((text) => new RegExp(`# failure:.*\\b${id}\\b`).test(text));
  return Object.fromEntries(
    readFailures(read('source/internal-edge/failures.tsv'))
      .filter(named)
      .flatMap(({ id, symptom, cause, fix }) =>
        Object.entries({ symptom, cause, fix }).flatMap(([field, text]) =>
          text === '' ? [] : [[`failure.${id}.${field}`, text] as const],
        ),
      ),
  );
}

interface Element {
  readonly name?: string;
  readonly description?: string;
  readonly cells?: readonly string[];
}

function parse(text: string): unknown {
  return new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher()).parse(text);
}

/** Every element of a document that has a name, and every row of a table. */
function elementsOf(node: unknown): readonly Element[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf);
  if (typeof node !== 'object' || node === null) return [];
  const own: Element[] = [];
  if ('keyword' in node && 'name' in node) {
    own.push({ name: String(node.name), description: 'description' in node ? String(node.description) : '' });
  }
  if ('cells' in node && Array.isArray(node.cells)) {
    own.push({ cells: node.cells.map((cell: { readonly value: string }) => cell.value) });
  }
  return [...own, ...Object.values(node).flatMap(elementsOf)];
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
