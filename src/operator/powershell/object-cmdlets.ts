import type { Cmdlet, CmdletCall, CmdletResult, Parameter } from './cmdlet';
import { COMPARISONS, propertyTest, testOf } from './filter';
import { asList, asTable, isDate, type PsObject, propertyOf, textOfValue } from './objects';

/** The cmdlets of Windows PowerShell that work on any object. */

const SOURCE = 'Microsoft: Microsoft.PowerShell.Core and Microsoft.PowerShell.Utility, reference';

const INPUT: Parameter = { name: 'InputObject', type: 'Object', pipeline: true };
const PROPERTY: Parameter = { name: 'Property', type: 'String', list: true, position: 0 };

/** `-eq`, `-like` and so on: the operators of the short form of Where-Object, with the value after them. */
const OPERATOR_PARAMETERS: readonly Parameter[] = COMPARISONS.map((operator) => ({
  name: operator.slice(1),
  type: 'String',
  sets: [`Property${operator}`],
  mandatory: true,
}));

const PROPERTY_SETS = OPERATOR_PARAMETERS.flatMap(({ sets = [] }) => sets);

export const OBJECT_CMDLETS: readonly Cmdlet[] = [
  {
    name: 'Where-Object',
    aliases: ['where', '?'],
    source: SOURCE,
    parameters: [
      INPUT,
      { name: 'FilterScript', type: 'ScriptBlock', position: 0, mandatory: true, sets: ['ScriptBlock'] },
      { name: 'Property', type: 'String', position: 0, mandatory: true, sets: PROPERTY_SETS },
      ...OPERATOR_PARAMETERS,
    ],
    run: filtered,
  },
  {
    name: 'Select-Object',
    aliases: ['select'],
    source: SOURCE,
    parameters: [INPUT, PROPERTY, { name: 'ExpandProperty', type: 'String' }, { name: 'First', type: 'Int32' }],
    run: selected,
  },
  {
    name: 'Sort-Object',
    aliases: ['sort'],
    source: SOURCE,
    parameters: [INPUT, PROPERTY, { name: 'Descending', type: 'SwitchParameter' }],
    run: sorted,
  },
  {
    name: 'Group-Object',
    aliases: ['group'],
    source: SOURCE,
    parameters: [INPUT, PROPERTY],
    run: grouped,
  },
  {
    name: 'Measure-Object',
    aliases: ['measure'],
    source: SOURCE,
    parameters: [INPUT],
    run: ({ deployment, bound }) => ({
      deployment,
      objects: [{ properties: { Count: bound.objects('InputObject').length }, view: { as: 'list' } }],
    }),
  },
  {
    name: 'Format-List',
    aliases: ['fl'],
    source: SOURCE,
    parameters: [INPUT, PROPERTY],
    run: (call) => formatted(call, asList),
  },
  {
    name: 'Format-Table',
    aliases: ['ft'],
    source: SOURCE,
    parameters: [INPUT, PROPERTY, { name: 'AutoSize', type: 'SwitchParameter' }],
    run: (call) => formatted(call, asTable),
  },
];

function filtered({ deployment, logon, bound }: CmdletCall): CmdletResult {
  const operator = COMPARISONS.find((one) => bound.has(one.slice(1)));
  const test =
    operator === undefined
      ? testOf(logon.on, bound.text('FilterScript'))
      : propertyTest(logon.on, bound.text('Property'), operator, bound.text(operator.slice(1)));
  return { deployment, objects: bound.objects('InputObject').filter(test) };
}

function selected({ deployment, bound }: CmdletCall): CmdletResult {
  const first = bound.has('First') ? Number(bound.text('First')) : undefined;
  const objects = bound.objects('InputObject').slice(0, first);
  const names = bound.texts('Property');
  const expanded = bound.text('ExpandProperty');
  if (expanded !== '') {
    const values = objects.map((object) => propertyOf(object, expanded) ?? null);
    return {
      deployment,
      objects: values.map((value) => ({ properties: { [expanded]: value }, view: { as: 'value' } })),
    };
  }
  if (names.length === 0 || names.includes('*')) return { deployment, objects };
  const view = { as: names.length > 4 ? 'list' : 'table' } as const;
  return { deployment, objects: objects.map((object) => ({ properties: picked(object, names), view })) };
}

function picked(object: PsObject, names: readonly string[]): PsObject['properties'] {
  return Object.fromEntries(names.map((name) => [name, propertyOf(object, name) ?? null]));
}

function sorted({ deployment, bound }: CmdletCall): CmdletResult {
  const [name = ''] = bound.texts('Property');
  const key = (object: PsObject): string => {
    const value = propertyOf(object, name) ?? null;
    return isDate(value) ? String(value.at).padStart(16, '0') : textOfValue(value).toLowerCase();
  };
  const objects = [...bound.objects('InputObject')].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return { deployment, objects: bound.flag('Descending') ? objects.reverse() : objects };
}

function grouped({ deployment, bound }: CmdletCall): CmdletResult {
  const names = bound.texts('Property');
  const groups = new Map<string, number>();
  for (const object of bound.objects('InputObject')) {
    const name = names.map((one) => textOfValue(propertyOf(object, one))).join(', ');
    groups.set(name, (groups.get(name) ?? 0) + 1);
  }
  const objects = [...groups].map(
    ([name, count]): PsObject => ({ properties: { Count: count, Name: name }, view: { as: 'table' } }),
  );
  return { deployment, objects };
}

function formatted({ deployment, bound }: CmdletCall, format: typeof asList): CmdletResult {
  const names = bound.texts('Property');
  const shown = names.length === 0 || names.includes('*') ? undefined : names;
  return { deployment, lines: format(bound.objects('InputObject'), shown) };
}
