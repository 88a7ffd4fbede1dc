import { type Assumptions, assumptionsWith } from './environment-assumptions';
import type { EnvironmentPart } from './environment-part';
import { valueAt, valuesAt } from './environment-values';

/** An assumption with a value other than the present one. */
export interface OtherAssumption {
  readonly name: string;
  readonly value: string | number | boolean;
  /** all assumptions, this one with the other value */
  readonly assumptions: Assumptions;
}

/** Each assumption that has a list of values, with each of its other values. */
export function otherAssumptions(part: EnvironmentPart, assumptions: Assumptions): readonly OtherAssumption[] {
  return Object.entries(assumptionsWith(part)).flatMap(([name, { schema }]) => {
    const present = valueAt(assumptions, [name]);
    const listed = valuesAt(schema, 'wrapped.options.*').map(({ value }) => value);
    const values = typeof present === 'boolean' ? [true, false] : listed;
    return values.flatMap((value) => {
      if (value === present || !isSwitch(value)) return [];
      return [{ name, value, assumptions: { ...assumptions, [name]: value } }];
    });
  });
}

function isSwitch(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
