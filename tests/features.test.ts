import { describe, it } from 'node:test';
import { expect } from 'chai';
import ts from 'typescript';
import { waitingStage } from '../src/products/lync-server-2013/continuation/plan-stages';
import { EXTERNAL_PLAN, MAIN_PLAN, plansOf, shippedEnvironment } from './support/composed-plans';
import { SHIPPED } from './support/environment-variants';
import { FEATURE_RULES } from './support/features/feature-rules';
import { ACCEPTED_FEATURE, REFUSED_FEATURES, SAMPLE_FAILURES } from './support/features/feature-samples';
import { featureFile, featuresBelow } from './support/features/feature-tree';
import {
  definitionsIn,
  type LoadedDefinition,
  STEP_RULES,
  undefinedOrAmbiguous,
  unusedDefinitions,
} from './support/features/step-rules';
import { ACCEPTED_STEPS, REFUSED_STEPS } from './support/features/step-samples';
import { failures, ledger } from './support/ledger';
import { loadedDefinitions } from './support/loaded-definitions';
import { report } from './support/report';
import { sourceFile, typescriptBelow } from './support/source-tree';

const FEATURES = featuresBelow('features');
const PLANS = SHIPPED.map(shippedEnvironment)
  .flatMap((environment) => [MAIN_PLAN, EXTERNAL_PLAN].flatMap((plan) => plansOf(environment, plan)))
  .map(({ uri, text }) => featureFile(uri, text));
/** The stage that only the rest of a change has. */
const REST = featureFile(
  'rest.feature',
  `Feature: Rest\n  Example: Rest\n    ${waitingStage('edge01.contoso.com').steps}\n`,
);
const LEDGER = ledger();
const SAMPLE_LEDGERS = { sentences: LEDGER, failures: SAMPLE_FAILURES };
const STEPS = typescriptBelow(['steps']);

describe('Features', () => {
  it('exist', () => {
    expect(FEATURES).not.to.have.lengthOf(0);
  });

  for (const [title, violations] of Object.entries(FEATURE_RULES)) {
    it(title, () => report(title, violations(FEATURES, { sentences: LEDGER, failures: failures() })));
  }
});

describe('Steps', () => {
  const loading = once(loadedDefinitions);

  for (const [title, violations] of Object.entries(STEP_RULES)) {
    it(title, () => report(title, violations(STEPS, FEATURES)));
  }

  it('are loaded as they are written', async () => {
    const definitions = await loading();
    const written = definitionsIn(STEPS).map(({ file, pattern }) => `${file.path} ${textOf(pattern)}`);
    const loaded = definitions.map(({ at, pattern }) => `${at.replace(/:\d+$/, '')} ${pattern}`);
    expect(loaded.sort()).to.deep.equal(written.sort()).and.not.to.have.lengthOf(0);
  });

  it('define every step of the features once', async () => {
    const definitions = await loading();
    report('every step has one definition', undefinedOrAmbiguous(definitions, [...FEATURES, ...PLANS, REST]));
  });

  it('are all used', async () => {
    const definitions = await loading();
    report('every definition is used', unusedDefinitions(definitions, [...FEATURES, ...PLANS, REST]));
  });
});

describe('The ledger of the source document', () => {
  it('has the 154 sentences in their order', () => {
    const ids = LEDGER.map((sentence) => sentence.id);
    expect(ids).to.deep.equal(Array.from({ length: 154 }, (_, index) => `04952-${102 + index}`));
  });

  it('holds hashes, and waivers of at most 12 words', () => {
    const wrong = LEDGER.filter(
      ({ columns, sha256, waiver }) =>
        columns !== 6 || !/^[0-9a-f]{16}$/.test(sha256) || waiver.split(/\s+/).length > 12,
    );
    expect(wrong).to.deep.equal([]);
  });
});

describe('Each feature rule can fail', () => {
  it('has samples', () => {
    expect(Object.keys(REFUSED_FEATURES)).to.deep.equal(Object.keys(FEATURE_RULES));
  });

  for (const [title, texts] of Object.entries(REFUSED_FEATURES)) {
    it(title, () => {
      const violations = FEATURE_RULES[title];
      for (const text of texts) {
        const found = violations?.([featureFile('features/sample.feature', text)], SAMPLE_LEDGERS);
        expect(found, text).to.have.lengthOf(1);
      }
      const accepted = [featureFile('features/accepted.feature', ACCEPTED_FEATURE)];
      expect(violations?.(accepted, SAMPLE_LEDGERS)).to.deep.equal([]);
    });
  }

  it('two features may not have one name', () => {
    const twice = ['a', 'b'].map((name) => featureFile(`features/${name}.feature`, ACCEPTED_FEATURE));
    const found = FEATURE_RULES['features, rules and examples have names of their own']?.(twice, SAMPLE_LEDGERS);
    expect(found?.map((violation) => violation.at)).to.deep.equal(['features/b.feature:3']);
  });
});

describe('Each step rule can fail', () => {
  it('has samples', () => {
    expect(Object.keys(REFUSED_STEPS)).to.deep.equal(Object.keys(STEP_RULES));
  });

  for (const [title, texts] of Object.entries(REFUSED_STEPS)) {
    it(title, () => {
      const violations = STEP_RULES[title];
      for (const text of texts) {
        expect(violations?.([sourceFile('steps/sample.ts', text)], []), text).to.have.lengthOf(1);
      }
      const accepted = [sourceFile('steps/sample.ts', ACCEPTED_STEPS)];
      expect(violations?.(accepted, [])).to.deep.equal([]);
    });
  }

  it('the hooks may attach, and many examples may have many definitions', () => {
    const attaching = sourceFile('steps/support/hooks.ts', "this.attach('x');");
    expect(STEP_RULES['only the hooks attach']?.([attaching], [])).to.deep.equal([]);
    const many = sourceFile('steps/a.ts', "Given('a', () => g());\n".repeat(61));
    const feature = featureFile('features/many.feature', `Feature: F\n${'  Example: E\n'.repeat(102)}`);
    expect(STEP_RULES['there are at most 60 definitions, or 0.6 for each example']?.([many], [feature])).to.deep.equal(
      [],
    );
  });

  it('undefined, ambiguous and unused are told apart', () => {
    const definition = (pattern: string): LoadedDefinition => ({
      at: `steps/a.ts:${pattern}`,
      pattern,
      matches: (text) => new RegExp(pattern).test(text),
    });
    const definitions = ['the password is (right|wrong)', 'right$', 'left$'].map(definition);
    const steps =
      '    Given the password is <a>\n    When up\n\n    Examples:\n      | a |\n      | right |\n      | wrong |\n';
    const features = [featureFile('features/a.feature', `Feature: F\n  Scenario Outline: E\n${steps}`)];
    expect(undefinedOrAmbiguous(definitions, features).map(({ what }) => what)).to.deep.equal([
      '"the password is right" is matched by steps/a.ts:the password is (right|wrong) "the password is (right|wrong)", steps/a.ts:right$ "right$"',
      '"up" is not defined',
    ]);
    expect(unusedDefinitions(definitions, features).map(({ at }) => at)).to.deep.equal(['steps/a.ts:left$']);
  });
});

function textOf(pattern: ts.Expression | undefined): string {
  return pattern && ts.isStringLiteralLike(pattern) ? pattern.text : '(not a string)';
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
