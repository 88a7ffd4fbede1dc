import { keep, keptValue, keysLike } from '../storage.mjs';
import { confirmation } from './confirmation.mjs';
import { Sheet } from './sheet.mjs';

// The buttons of an operator's sheet. Nothing is deleted without a second question.

for (const panel of document.querySelectorAll('.sheet')) startPanel(panel, new Sheet(panel));

function startPanel(panel, sheet) {
  const find = (selector) => panel.querySelector(selector);
  const showOther = () => {
    find('.kept').hidden = otherSheet(sheet) === '';
    find('.kept p').textContent = sheet.say('kept', { found: fingerprintOf(otherSheet(sheet)) });
  };
  const actions = sheetActions(sheet, confirmation(panel), showOther);
  panel.addEventListener('click', ({ target }) => actions[target.dataset.do]?.(target));
  find('[type=file]').addEventListener('change', async ({ target }) => {
    const [file] = target.files;
    sheet.take(file.name, await file.text());
    target.value = '';
  });
  addEventListener('storage', ({ key }) => {
    if (key === null) sheet.read(sheet.entries.keys());
    else if (key.startsWith(sheet.own)) sheet.read([key.slice(sheet.own.length)]);
    showOther();
  });
  panel.hidden = false;
  showOther();
  if (!(keep('sheet', '') && keep('sheet'))) sheet.tell('unkept');
}

/** What each button does, by the name in its `data-do`. */
function sheetActions(sheet, [ask, answers], showOther) {
  return {
    ...answers,
    export: () => sheet.save(sheet.whole, sheet.entries.values()),
    clear: (button) => ask(button, sheet.say('clear'), () => sheet.clear()),
    exportKept: () => {
      const [head, ...entries] = keysLike(otherSheet(sheet)).sort().map(keptValue);
      sheet.save(head, entries);
    },
    removeKept: (button) =>
      ask(button, sheet.say('remove', { found: fingerprintOf(otherSheet(sheet)) }), () => {
        for (const key of keysLike(otherSheet(sheet))) keep(key);
        showOther();
      }),
  };
}

/** The key of a sheet of this procedure for another version of the page; empty if there is none. */
function otherSheet(sheet) {
  return keysLike(sheet.every).find((key) => key !== sheet.own && /^\S+ \S+ \S+ $/.test(key)) ?? '';
}

function fingerprintOf(key) {
  return key.split(' ')[2];
}
