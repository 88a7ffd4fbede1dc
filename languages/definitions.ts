import { DataTable, defineParameterType, supportCodeLibraryBuilder } from '@cucumber/cucumber';
import type { StepArgument } from '../src/gherkin/step-arguments';
import { catalogue } from '../src/package/catalogue';
import { textIn } from '../src/translation/catalogue';
import { anyOf, backwards, phraseIn } from '../src/translation/phrases';
import { cellIn, orderOf, piecesOf } from '../src/translation/sentences';

/**
 * Adds a sentence in the Chinese of Taiwan to each step definition. It calls the same code with the arguments in the
 * order of the English sentence and with English values. Load it after steps/, and only for features in that language.
 */

const CHINESE = catalogue('zh-TW');
const BACK = backwards(CHINESE);

/** A definition as Cucumber stores it until all are loaded. Cucumber's published types do not include it. */
interface Definition {
  readonly pattern: string;
  readonly code: (...args: unknown[]) => unknown;
  readonly options: { readonly wrapperOptions?: { readonly argument?: StepArgument } };
}

interface ParameterTypes {
  readonly lookupByTypeName: (name: string) => { readonly transform: (world: unknown, groups: string[]) => unknown };
}

const definitions: unknown = Reflect.get(supportCodeLibraryBuilder, 'stepDefinitionConfigs');
const types: unknown = Reflect.get(supportCodeLibraryBuilder, 'parameterTypeRegistry');
if (!Array.isArray(definitions) || !areTypes(types))
  throw new Error('this Cucumber keeps its step definitions elsewhere');

for (const [type, phrases] of Object.entries(CHINESE.phrases)) {
  const english = types.lookupByTypeName(type);
  defineParameterType({
    name: named(type),
    regexp: new RegExp(anyOf(Object.values(phrases))),
    transformer(this: unknown, phrase = ''): unknown {
      return english.transform(this, [phraseIn(BACK.phrases[type] ?? {}, phrase) ?? phrase]);
    },
  });
}

definitions.push(...definitions.filter(isDefinition).flatMap(translated));

function translated(definition: Definition): readonly Definition[] {
  const sentence = CHINESE.sentences[definition.pattern];
  if (sentence === undefined) return [];
  const order = orderOf(definition.pattern, sentence);
  const code = function (this: unknown, ...args: unknown[]): unknown {
    const inEnglish = [...args];
    for (const [index, place] of order.entries()) inEnglish[place] = args[index];
    return definition.code.apply(this, inEnglish.map(tableInEnglish));
  };
  Object.defineProperty(code, 'length', { value: definition.code.length });
  return [{ ...definition, pattern: expressionOf(sentence), code, options: inChinese(definition.options) }];
}

/** The options with the Chinese columns of the step's table. */
function inChinese(options: Definition['options']): Definition['options'] {
  const argument = options.wrapperOptions?.argument;
  if (argument?.kind !== 'table') return options;
  const columns = argument.columns.map((column) => textIn(CHINESE.cells, column) ?? column);
  return { ...options, wrapperOptions: { ...options.wrapperOptions, argument: { ...argument, columns } } };
}

/** The sentence as a Cucumber expression. A space before and after a parameter is optional. */
function expressionOf(sentence: string): string {
  return piecesOf(sentence)
    .map((piece) => ('words' in piece ? piece.words.replace(/[\\(){}/]/g, '\\$&') : `{${named(piece.parameter)}}`))
    .join('( )');
}

function named(type: string): string {
  return Object.hasOwn(CHINESE.phrases, type) ? `zh-TW-${type}` : type;
}

function tableInEnglish(argument: unknown): unknown {
  if (!(argument instanceof DataTable)) return argument;
  return new DataTable(argument.raw().map((row) => row.map((cell) => cellIn(BACK, cell))));
}

function isDefinition(value: unknown): value is Definition {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'pattern' in value &&
    typeof value.pattern === 'string' &&
    'code' in value &&
    typeof value.code === 'function' &&
    'options' in value
  );
}

function areTypes(value: unknown): value is ParameterTypes {
  return typeof value === 'object' && value !== null && 'lookupByTypeName' in value;
}
