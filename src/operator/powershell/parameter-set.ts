import { operatorRefusal } from '../operator-refusals';
import type { Cmdlet, Parameter } from './cmdlet';

/** A call whose parameter set is chosen. */
interface Choice {
  readonly on: string;
  readonly cmdlet: Cmdlet;
  readonly parameters: readonly Parameter[];
  readonly given: readonly Parameter[];
}

/** The set of a cmdlet whose reference page shows only one. */
const ALL = '__AllParameterSets';

/**
 * The parameter set that has every given parameter (about_Parameter_Sets): the only one, or else the one whose
 * mandatory parameters are all given, or else the default one. Refusals: `ambiguous-parameter-set` if none or several
 * remain, `missing-parameter` if the set lacks a mandatory parameter. The real shell asks for a missing one.
 */
export function chosenSet(choice: Choice): string {
  const { cmdlet, parameters, given } = choice;
  const all = setsWith(parameters, []);
  if (all.length === 0) return complete(choice, ALL);
  const possible = setsWith(parameters, given);
  const [first] = possible;
  if (possible.length === 1 && first !== undefined) return complete(choice, first);
  const satisfied = possible.filter((set) => missingIn(choice, set).length === 0);
  const [only] = satisfied;
  if (satisfied.length === 1 && only !== undefined) return only;
  const { defaultSet } = cmdlet;
  if (defaultSet !== undefined && possible.includes(defaultSet)) return complete(choice, defaultSet);
  throw operatorRefusal('ambiguous-parameter-set', choice.on, { cmdlet: cmdlet.name, sets: all });
}

/** The parameter sets that have every given parameter. */
export function setsWith(parameters: readonly Parameter[], given: readonly Parameter[]): readonly string[] {
  const all = [...new Set(parameters.flatMap(({ sets = [] }) => sets))];
  return all.filter((set) => given.every((parameter) => isIn(parameter, set)));
}

function complete(choice: Choice, set: string): string {
  const missing = missingIn(choice, set);
  if (missing.length === 0) return set;
  throw operatorRefusal('missing-parameter', choice.on, {
    cmdlet: choice.cmdlet.name,
    parameters: missing.map(({ name }) => name),
  });
}

function missingIn({ parameters, given }: Choice, set: string): readonly Parameter[] {
  return parameters.filter((parameter) => parameter.mandatory && isIn(parameter, set) && !given.includes(parameter));
}

function isIn({ sets }: Parameter, set: string): boolean {
  return sets?.includes(set) ?? true;
}
