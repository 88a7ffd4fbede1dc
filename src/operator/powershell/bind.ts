import { operatorRefusal } from '../operator-refusals';
import { type Bound, type Cmdlet, type Parameter, parametersOf, typeName } from './cmdlet';
import { type BoundValue, type Conversion, converted } from './convert';
import type { PsObject } from './objects';
import { chosenSet, setsWith } from './parameter-set';
import type { Argument, Word } from './syntax';

/** Where parameters are bound. */
export interface Binding {
  readonly on: string;
  readonly cmdlet: Cmdlet;
  readonly words: readonly Word[];
  /** the objects that come through the pipeline; undefined for the first command */
  readonly input: readonly PsObject[] | undefined;
  readonly resultOf: Conversion['resultOf'];
}

type Given = Map<Parameter, BoundValue>;

/**
 * Binds the words of a command to the parameters of its cmdlet as Windows PowerShell does. Names come first (full, alias
 * or an unambiguous beginning), then positions, then the pipeline (about_Parameters, about_Parameter_Sets). The codes in
 * the texts are the error identifiers of System.Management.Automation. Refusals:
 * `unknown-parameter`, `ambiguous-parameter`, `repeated-parameter`, `missing-argument`, `unexpected-argument`,
 * `invalid-argument`, `missing-parameter`, `ambiguous-parameter-set`, and `parameter-not-simulated` for one that the
 * real cmdlet has.
 */
export function bind(binding: Binding): Bound {
  const { on, cmdlet, input } = binding;
  const parameters = parametersOf(cmdlet);
  const { given, rest } = namedParameters(binding, parameters);
  positionalParameters(binding, parameters, given, rest);
  const receiver = parameters.find(({ pipeline }) => pipeline);
  if (input !== undefined) {
    if (!receiver) throw operatorRefusal('input-not-accepted', on, { cmdlet: cmdlet.name });
    given.set(receiver, input);
  }
  const set = chosenSet({ on, cmdlet, parameters, given: [...given.keys()] });
  const unable = [...given.keys()].find(({ simulated }) => simulated === false);
  if (unable) throw operatorRefusal('parameter-not-simulated', on, { cmdlet: cmdlet.name, parameter: unable.name });
  return boundValues(parameters, given, set);
}

function namedParameters(
  binding: Binding,
  parameters: readonly Parameter[],
): { given: Given; rest: readonly Argument[] } {
  const { on, cmdlet, words } = binding;
  const given: Given = new Map();
  const rest: Argument[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word?.kind === 'argument') rest.push(word.argument);
    if (word?.kind !== 'parameter') continue;
    const parameter = parameterNamed(binding, parameters, word.name);
    if (given.has(parameter))
      throw operatorRefusal('repeated-parameter', on, { cmdlet: cmdlet.name, parameter: parameter.name });
    const next = words[index + 1];
    if (parameter.type === 'SwitchParameter' && !word.value) given.set(parameter, true);
    else if (word.value) given.set(parameter, valueFor(binding, parameter, word.value));
    else if (next?.kind === 'argument') {
      given.set(parameter, valueFor(binding, parameter, next.argument));
      index += 1;
    } else
      throw operatorRefusal('missing-argument', on, {
        cmdlet: cmdlet.name,
        parameter: parameter.name,
        type: typeName(parameter),
      });
  }
  return { given, rest };
}

/** A full name or alias is never ambiguous; a beginning must fit the names of one parameter only. */
function parameterNamed({ on, cmdlet }: Binding, parameters: readonly Parameter[], typed: string): Parameter {
  const wanted = typed.toLowerCase();
  const names = ({ name, aliases = [] }: Parameter): readonly string[] =>
    [name, ...aliases].map((n) => n.toLowerCase());
  const exact = parameters.find((parameter) => names(parameter).includes(wanted));
  if (exact) return exact;
  const begun = parameters.filter((parameter) => names(parameter).some((name) => name.startsWith(wanted)));
  const [only] = begun;
  if (!only) throw operatorRefusal('unknown-parameter', on, { cmdlet: cmdlet.name, parameter: typed });
  if (begun.length === 1) return only;
  throw operatorRefusal('ambiguous-parameter', on, {
    cmdlet: cmdlet.name,
    parameter: typed,
    matches: begun.map(({ name }) => `-${name}`),
  });
}

function positionalParameters(
  binding: Binding,
  parameters: readonly Parameter[],
  given: Given,
  rest: readonly Argument[],
): void {
  const { on, cmdlet } = binding;
  for (const argument of rest) {
    const parameter = nextPosition(cmdlet, parameters, given);
    if (!parameter)
      throw operatorRefusal('unexpected-argument', on, { cmdlet: cmdlet.name, argument: argumentText(argument) });
    given.set(parameter, valueFor(binding, parameter, argument));
  }
}

/** The next parameter by position, of a set that has everything given so far; the default set comes first. */
function nextPosition({ defaultSet }: Cmdlet, parameters: readonly Parameter[], given: Given): Parameter | undefined {
  const possible = setsWith(parameters, [...given.keys()]);
  const usual = possible.filter((set) => set === defaultSet);
  const placed = (sets: readonly string[]): readonly Parameter[] =>
    parameters
      .filter((parameter) => parameter.position !== undefined && !given.has(parameter))
      .filter((parameter) => parameter.sets?.some((set) => sets.includes(set)) ?? true)
      .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  return placed(usual)[0] ?? placed(possible)[0];
}

function valueFor({ on, cmdlet, resultOf }: Binding, parameter: Parameter, argument: Argument): BoundValue {
  return converted({ on, cmdlet: cmdlet.name, parameter, resultOf }, argument);
}

function argumentText(argument: Argument): string {
  if (argument.kind === 'text' || argument.kind === 'block') return argument.text;
  return argument.kind === 'list' ? argument.items.map(argumentText).join(',') : '(…)';
}

function boundValues(parameters: readonly Parameter[], given: Given, set: string): Bound {
  const valueNamed = (name: string): BoundValue | undefined => {
    const parameter = parameters.find((one) => one.name === name);
    if (!parameter) throw new Error(`the cmdlet has no parameter -${name}`);
    return given.get(parameter);
  };
  const texts = (name: string): readonly string[] => {
    const value = valueNamed(name);
    if (typeof value === 'string') return [value];
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
  };
  return {
    set,
    has: (name) => valueNamed(name) !== undefined,
    text: (name) => texts(name)[0] ?? '',
    texts,
    flag: (name) => valueNamed(name) === true,
    objects: (name) => {
      const value = valueNamed(name);
      return Array.isArray(value) ? value.filter((one): one is PsObject => typeof one === 'object') : [];
    },
  };
}
