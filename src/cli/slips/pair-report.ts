import type { PairResult } from '../../what-if/result';
import type { Paint } from '../terminal/paint';
import { outageText } from './slip-report';

/** The pairs of slips whose consequence is neither one's alone. */
export function pairText(pairs: readonly PairResult[], paint: Paint): string {
  const count = pairs.length === 0 ? 'none has a consequence of both' : paint('attention', `${pairs.length}`);
  return [`pairs       ${count}\n`, ...pairs.map((pair) => onePair(pair))].join('');
}

function onePair({ feature, slips, noticed, findings, outage }: PairResult): string {
  const done = slips.map(({ step, description }) => `step ${step}: ${description}`).join('; and ');
  const found = [...new Set(findings.map(({ code, server }) => (server ? `${code} on ${server}` : code)))];
  const effect = noticed
    ? `noticed at step ${noticed.step}: ${noticed.message}`
    : [...found, ...outage.map(outageText)].join(', ');
  return `  ${feature}: ${done}\n          ${effect}\n`;
}
