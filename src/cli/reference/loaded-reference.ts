import { relative } from 'node:path';
import { featureFilesOf, featureText, withoutLines } from '../../execution/feature-files';
import { type LoadedSteps, loadSteps } from '../../execution/loaded-steps';
import { stepsOfFeature } from '../../execution/step-examples';
import { catalogue } from '../../package/catalogue';
import { FEATURES, PACKAGE } from '../../package/folder';
import {
  ENGLISH_REFERENCE,
  type ReferredDefinition,
  type StepReference,
  stepReference,
} from '../../reference/step-reference';
import { referenceIn } from '../../reference/translated-reference';
import { ENGLISH, type Language } from '../input/page-languages';
import { plansFor } from '../plans/composed-plans';
import { groupOf, groupTitles } from './definition-groups';

export interface ReferenceOptions {
  /** files or folders with the user's step definitions */
  readonly steps: readonly string[];
  /** features of the user, from which examples of their steps are taken */
  readonly features: readonly string[];
  /** of the phrases */
  readonly language: Language;
}

/** The reference, and the regular expressions of each parameter type by its name. */
export interface LoadedReference {
  readonly reference: StepReference;
  readonly kinds: ReadonlyMap<string, readonly string[]>;
}

/** The title of the group of the user's steps. */
const OWN = 'Steps of the project';

/** The reference of the package's steps and the user's. Throws an InputError with all errors of the user's programs. */
export async function loadedReference({ steps, features, language }: ReferenceOptions): Promise<LoadedReference> {
  const loaded = await loadSteps(steps);
  const kinds = new Map(loaded.kinds.map(({ name, regexpStrings }) => [name, regexpStrings]));
  const reference = stepReference({
    definitions: definitionsIn(loaded),
    groups: groupTitles(),
    kinds,
    examples: [...packageSteps(), ...features.flatMap(ownSteps)],
    language: language === ENGLISH ? ENGLISH_REFERENCE : referenceIn(catalogue(language)),
  });
  return { reference, kinds };
}

function definitionsIn({ steps, origin }: LoadedSteps): readonly ReferredDefinition[] {
  return steps.map((step) => {
    const definedAt = origin(step) ?? null;
    return {
      keyword: step.keyword,
      pattern: step.pattern,
      argument: step.options.wrapperOptions?.argument,
      matches: (text) => step.matchesStepName(text),
      definedAt,
      group: definedAt === null ? groupOf(step.uri) : OWN,
    };
  });
}

/** The steps of the package's features, and of the plan of the default environment, which has its own. */
function packageSteps() {
  const files = [...featureFilesOf(FEATURES)].sort();
  const features = files.map((file) => [relative(PACKAGE, file).replaceAll('\\', '/'), featureText(file)] as const);
  const plans = plansFor([], undefined).map(({ uri, text }) => [uri, text] as const);
  return [...features, ...plans].flatMap(([address, text]) => stepsOfFeature(address, text));
}

function ownSteps(path: string) {
  return featureFilesOf(withoutLines(path)).flatMap((file) =>
    stepsOfFeature(relative(process.cwd(), file).replaceAll('\\', '/'), featureText(file)),
  );
}
