import { formatted } from '../../runbook/words/messages';

/** Things that the terminal counts. */
export const COUNTED = {
  feature: { one: '{count} feature', other: '{count} features' },
  operation: { one: '{count} operation', other: '{count} operations' },
  page: { one: '{count} page', other: '{count} pages' },
  run: { one: '{count} run', other: '{count} runs' },
  scenario: { one: '{count} scenario', other: '{count} scenarios' },
  server: { one: '{count} server', other: '{count} servers' },
  step: { one: '{count} step', other: '{count} steps' },
  state: { one: '{count} state', other: '{count} states' },
} as const;

/** `1 run`, `2 runs`. */
export function amount(count: number, thing: keyof typeof COUNTED): string {
  return formatted(COUNTED[thing], { count }, 'en');
}
