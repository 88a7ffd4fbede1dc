import type { SlipResult } from '../src/what-if/result';

/** The file with the codes that slips of each procedure lead to. */
export const SLIP_CODES = 'tests/what-if/slip-codes.json';

/** The codes and HRESULTs that slips lead to, by the scenario and by kind and stage of the slip, in the order of the alphabet. */
export type SlipCodes = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What slips lead to: refusals, findings at the end and after going on, denied requests, and reasons of outages. */
export function slipCodes(slips: readonly SlipResult[]): SlipCodes {
  const scenarios = [...new Set(slips.map(scenarioOf))].sort();
  return Object.fromEntries(
    scenarios.map((name) => [name, codesByKind(slips.filter((one) => scenarioOf(one) === name))]),
  );
}

function scenarioOf({ feature, scenario }: SlipResult): string {
  return `${feature}: ${scenario}`;
}

function codesByKind(slips: readonly SlipResult[]): Readonly<Record<string, readonly string[]>> {
  const kinds = [...new Set(slips.map(kindOf))].sort();
  return Object.fromEntries(
    kinds.map((kind) => {
      const codes = slips.filter((one) => kindOf(one) === kind).flatMap(codesOf);
      return [kind, [...new Set(codes)].sort()];
    }),
  );
}

/** `left out: Create the request`; outside plans, only the kind. */
function kindOf({ slip, stage }: SlipResult): string {
  return stage === '' ? slip : `${slip}: ${stage}`;
}

function codesOf({ noticed, findings, goingOn, consequence }: SlipResult): readonly string[] {
  const found = [...findings, ...(goingOn?.findings ?? [])].map(({ code }) => code);
  const texts = [noticed?.message ?? '', ...consequence.outage.map(({ reason }) => reason)];
  const names = texts.flatMap((text) => text.match(/\b[A-Z]+(?:_[A-Z0-9]+)+\b/g) ?? []);
  return [...(noticed?.code ? [noticed.code] : []), ...found, ...consequence.denials, ...names];
}
