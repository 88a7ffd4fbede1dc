import { all, element, filled, find, on, onWindow, root } from '../dom.mjs';
import { startBar } from './bar.mjs';
import { changeRecord } from './change-record.mjs';
import { startInputs } from './inputs.mjs';
import { described, saved, taken } from './record-file.mjs';

// The change record of each part of the page that has one: its buttons, its file, and the table that is signed.

for (const part of all('[data-fingerprint]')) {
  const record = changeRecord(part);
  startInputs(record);
  startPanel(record, find('.change-record', part));
  if (find('.bar', part)) startBar(part);
  onWindow('storage', record.read);
  record.read();
}
onWindow('afterprint', () => delete root.dataset.print);

function startPanel(record, panel) {
  const texts = panel.dataset;
  const say = (word, values, more) => {
    find('.said', panel).textContent = filled(texts[word], values) + (more ? texts[more] : '');
  };
  const actions = {
    export: () => say('exported', { file: saved(record) }),
    clear() {
      if (!confirm(texts.clear)) return;
      record.clear();
      say('cleared');
    },
    print({ value }) {
      root.dataset.print = value;
      print();
    },
  };
  on(panel, 'click', ({ target }) => actions[target.dataset.do]?.(target));
  on(find('[type=file]', panel), 'change', async ({ target }) => {
    const [file] = target.files;
    say(...taken(await file.text(), file.name, record));
    target.value = '';
  });
  on(record.part, 'recorded', () => {
    find('tbody', panel).replaceChildren(...record.chosen().map(rowOf));
    if (!record.kept) say('unkept');
  });
  panel.hidden = false;
  const other = record.other();
  if (other) say('kept', { found: other.split(' ')[2] });
}

/** A row of the signed table. */
function rowOf({ place, entered: { time, note } }) {
  const row = element('tr');
  const { step, number, text, shown } = described(place);
  const link = element('a', text);
  link.href = `#${step}`;
  row.append(
    ...[number, '', shown, find('select', place).selectedOptions[0].text, time, note].map((each) =>
      element('td', each),
    ),
  );
  row.cells[1].append(link);
  return row;
}
