import { element } from '../element.mjs';
import { confirmation } from '../sheet/confirmation.mjs';
import { filled, now, saveFile } from '../sheet/file.mjs';
import { replaceGaps } from '../sheet/inputs.mjs';
import { sharedValues } from '../site-values/shared-values.mjs';
import { EMPTY, HEAD } from './change-record.mjs';
import { wrongIn } from './record-file.mjs';

/** The sign-off of a plan: its fields, the file of the record, and its table of steps. */
export function startSignOff(plan, record) {
  const panel = plan.querySelector('.change-record');
  const rows = rowsOf(panel.querySelector('tbody'), record);
  const fields = replaceGaps([plan.querySelector('.signature')], []);
  for (const { field, input } of fields) input.name = field;
  const tell = (word, slots) => {
    panel.querySelector('.said').textContent = filled(panel.dataset[word], slots);
  };
  plan.addEventListener('recorded', () => {
    for (const { field, input } of fields) {
      const { note } = record.entries.get(field);
      if (input.value !== note) input.value = note;
    }
    for (const show of rows) show();
    if (!record.kept) tell('unkept');
  });
  const [ask, answers] = confirmation(panel);
  const actions = {
    ...answers,
    export: () => tell('exported', { file: saveFile(fileOf(record), record.about.plan) }),
    clear: (button) =>
      ask(button, panel.dataset.clear, () => {
        record.clear();
        tell('cleared');
      }),
    checklist: print,
    evidence: print,
    record: print,
  };
  panel.addEventListener('click', ({ target }) => actions[target.dataset.do]?.(target));
  panel.querySelector('[type=file]').addEventListener('change', async ({ target }) => {
    const [file] = target.files;
    tell(...taken(await file.text(), record, file.name));
    target.value = '';
  });
  panel.hidden = false;
}

function print({ dataset }) {
  document.documentElement.dataset.print = dataset.do;
  window.print();
}
addEventListener('afterprint', () => delete document.documentElement.dataset.print);

/** Fills the table of steps. Returns what shows the state of each row. */
function rowsOf(body, record) {
  return record.steps.map((step) => {
    const row = document.createElement('tr');
    const link = element('a', step.querySelector('.step-text').textContent.trim());
    link.href = `#${step.id}`;
    const cells = ['td', 'th', 'td', 'td', 'td', 'td'].map((name) => element(name, ''));
    const [number, title, machine, state, time, note] = cells;
    number.textContent = step.querySelector('.step-number').lastChild.textContent;
    title.scope = 'row';
    title.append(link);
    machine.textContent = step.closest('.machine').dataset.machine;
    row.append(...cells);
    body.append(row);
    return () => {
      const entry = record.entries.get(step.id);
      row.hidden = !record.chosen.includes(step);
      state.textContent = entry
        ? stateInWords(step, entry.state)
        : (step.querySelector('.tags .mark')?.textContent ?? '');
      time.textContent = entry?.time ?? '';
      note.textContent = entry?.note ?? '';
    };
  });
}

function stateInWords(step, state) {
  return step.querySelector(`[name=state] option[value="${state}"]`).textContent;
}

/** The content of the record's file. */
function fileOf({ about, entries, steps, plan }) {
  const given = (name) => entries.get(name).note;
  const choices = [...plan.querySelectorAll('[type=radio]:checked')].map(({ name, value }) => [name, value]);
  return {
    ...about,
    values: sharedValues.typed(),
    exportedAt: now(),
    signOff: Object.fromEntries(HEAD.map((name) => [name, given(name)])),
    choices: Object.fromEntries(choices),
    entries: steps
      .filter(({ id }) => entries.has(id))
      .map((step) => ({
        step: step.id,
        text: step.querySelector('.step-text').textContent.trim(),
        server: step.closest('.machine').dataset.machine,
        ...entries.get(step.id),
      })),
  };
}

/** Takes over the entries of a file. Returns the message about it. */
function taken(text, record, file) {
  const { word, found } = wrongIn(text, record);
  if (word) return [word, { file, found, own: record.about.fingerprint }];
  const { signOff, choices, entries, values } = JSON.parse(text);
  const given = [
    ...Object.entries(signOff).map(([name, note]) => [name, { ...EMPTY, note }]),
    ...Object.entries(choices)
      .filter(([, choice]) => !record.plan.querySelector(`[value="${choice}"]`).checked)
      .map(([name, state]) => [name, { ...EMPTY, state }]),
    ...entries.map(({ step, state, note, time }) => [step, { state, note, time }]),
  ];
  const counts = { file, taken: 0, left: 0 };
  for (const [key, entry] of given) {
    const own = record.entries.get(key);
    const differs = (one) => Object.keys(EMPTY).some((name) => entry[name] !== one[name]);
    if (!(differs(EMPTY) && differs(own))) continue;
    if (Object.values(own).some((value) => value !== '')) counts.left += 1;
    else {
      counts.taken += 1;
      record.write(key, entry);
    }
  }
  sharedValues.take(values);
  return [counts.left > 0 ? 'left' : 'imported', counts];
}
