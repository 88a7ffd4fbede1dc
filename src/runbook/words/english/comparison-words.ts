import { type Comparison, KINDS, type Kind } from '../../comparison/comparison';
import { LABELS } from './labels';

/** `1 newly failing. Steps: 2 added, 1 reworded.`, in English. */
export function changesInWords({ newlyFailing, newlyPassing, procedures, totals }: Comparison): string {
  if (newlyFailing.length + newlyPassing.length + procedures.length === 0) return LABELS.nothingChanged;
  const outcomes = [
    [newlyFailing.length, LABELS.newlyFailing],
    [newlyPassing.length, LABELS.newlyPassing],
  ] as const;
  const told = outcomes.flatMap(([count, label]) => (count > 0 ? [`${count} ${label.toLowerCase()}`] : []));
  const things = Object.entries(totals).flatMap(([thing, counts]) => {
    const some = KINDS.filter((kind) => counts[kind] > 0).map((kind) => `${counts[kind]} ${lowerCase(kind)}`);
    return some.length > 0 ? [`${thing}: ${some.join(', ')}`] : [];
  });
  const sentences = [told.join(', '), ...things].filter((text) => text !== '');
  if (sentences.length === 0) return 'Other states of scenarios; see below.';
  return `${sentences.map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`).join('. ')}.`;
}

function lowerCase(kind: Kind): string {
  return kind === 'expectation' ? 'with another expected result' : LABELS[kind].toLowerCase();
}
