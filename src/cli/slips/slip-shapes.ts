import {
  array,
  boolean,
  exactOptional,
  type GenericSchema,
  lazy,
  literal,
  looseObject,
  nullable,
  number,
  picklist,
  record,
  string,
  union,
} from 'valibot';
import { SLIP_OUTCOMES, type SlipTable } from '../../evidence/slip-records';
import type { Fact, Value } from '../../fact';

/** The fields of `slips.json` that the pages read. Other fields are not checked. */

const value: GenericSchema<Value> = lazy(() =>
  union([string(), number(), array(value), looseObject({ label: string() }), fact]),
);
const fact: GenericSchema<Fact> = looseObject({ code: string(), parameters: record(string(), value) });
const texts = record(string(), string());

const step = looseObject({
  line: number(),
  text: string(),
  table: array(array(string())),
  docString: string(),
  stage: string(),
  machine: string(),
});
const repair = union([
  literal('unknown'),
  looseObject({ again: array(number()), next: nullable(number()) }),
  looseObject({ stages: array(looseObject({ stage: string(), machine: string() })) }),
]);
const check = union([literal('unknown'), looseObject({ command: string(), on: string(), after: number() })]);
const findings = array(looseObject({ code: string(), severity: string(), server: exactOptional(string()) }));
const outage = array(
  looseObject({
    by: picklist(['replication', 'tls']),
    client: nullable(string()),
    server: string(),
    use: string(),
    reason: string(),
  }),
);
const noticed = nullable(
  looseObject({ step: number(), distance: number(), code: exactOptional(string()), detail: exactOptional(fact) }),
);
const slip = looseObject({
  feature: string(),
  scenario: string(),
  step: number(),
  slip: string(),
  fact,
  outcome: picklist(SLIP_OUTCOMES),
  noticed,
  findings,
  goingOn: exactOptional(nullable(looseObject({ isSafe: boolean() }))),
  consequence: exactOptional(looseObject({ outage, by: nullable(picklist(['replication', 'tls', 'renewal'])) })),
  repair: nullable(repair),
  check: nullable(check),
  reason: exactOptional(fact),
});
const together = looseObject({
  feature: string(),
  scenario: string(),
  slips: array(looseObject({ step: number(), slip: string(), fact })),
  noticed,
  findings,
  outage,
});
const code = looseObject({
  code: string(),
  title: value,
  severity: picklist(['error', 'warning', 'info']),
  symptom: value,
  cause: value,
  check: string(),
  fix: value,
  causes: exactOptional(array(looseObject({ cause: value, sign: value, fix: value }))),
  source: value,
  certainty: picklist(['documented', 'reported', 'assumed']),
});

export const SLIP_TABLE: GenericSchema<unknown, SlipTable> = looseObject({
  environment: string(),
  grounds: looseObject({
    steps: string(),
    simulation: string(),
    environment: string(),
    own: texts,
    features: texts,
  }),
  procedures: array(
    looseObject({ feature: string(), scenario: string(), title: string(), pool: string(), steps: array(step) }),
  ),
  slips: array(slip),
  pairs: exactOptional(array(together)),
  stages: texts,
  codes: array(code),
  texts,
});
