import { WRITTEN_AS } from '../../../src/runbook/site-values/written-as.ts';
import { inDoubleQuotes } from '../../../src/shell-quotes.ts';

/** Forms of values with one expression that finds any of them. Its groups are in the order of the forms. */
export function finding(forms) {
  return { forms, any: new RegExp(forms.map(([, source]) => `(${source})`).join('|') || '(?!)', 'giu') };
}

/** A value in one of its forms: in a command as inside double quotes. */
export function written(value, as = 'name', quoted = false) {
  const form = WRITTEN_AS[as](value);
  return quoted ? inDoubleQuotes(form) : form;
}
