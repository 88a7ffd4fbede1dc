import { sharedValues } from '../site-values/shared-values.mjs';
import { parsed } from '../storage.mjs';
import { EMPTY, HEAD, STATES } from './change-record.mjs';

/** Why the text of a file is not a record of this plan: the message and what was found; nothing when it is one. */
export function wrongIn(text, { about, entries, plan }) {
  const found = (path, value) => ({ word: 'wrong', found: `${path}: ${JSON.stringify(value)}` });
  const file = parsed(text);
  if (file?.format !== about.format) return found('format', file?.format ?? text.slice(0, 40));
  if (file.plan !== about.plan) return found('plan', file.plan);
  if (file.fingerprint !== about.fingerprint) return { word: 'other', found: `${file.fingerprint}` };
  const { signOff, choices } = file;
  const field = HEAD.find((name) => typeof signOff?.[name] !== 'string');
  if (field) return found(`signOff.${field}`, signOff?.[field]);
  const extra = Object.keys(signOff).find((name) => !HEAD.includes(name));
  if (extra) return found(`signOff.${extra}`, signOff[extra]);
  const ways = [...plan.querySelectorAll('[type=radio]')].map(({ name, value }) => `${name} ${value}`);
  for (const [stage, choice] of Object.entries(choices ?? {}))
    if (!ways.includes(`${stage} ${choice}`)) return found(`choices.${stage}`, choice);
  if (typeof choices !== 'object' || choices === null) return found('choices', choices);
  if (!Array.isArray(file.entries)) return found('entries', file.entries);
  for (const [index, entry] of file.entries.entries()) {
    const odd = Object.keys(EMPTY).find((name) => typeof entry?.[name] !== 'string');
    if (odd) return found(`entries[${index}].${odd}`, entry?.[odd]);
    if (!STATES.includes(entry.state)) return found(`entries[${index}].state`, entry.state);
    if (!(entries.has(entry.step) && document.getElementById(entry.step)?.matches('.step')))
      return found(`entries[${index}].step`, entry.step);
  }
  if (!Array.isArray(file.values)) return found('values', file.values);
  const odd = sharedValues.wrongIn(file.values);
  return odd ? { word: 'wrong', found: odd } : {};
}
