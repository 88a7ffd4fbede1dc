// What can be done with the operator's sheet as a whole. Nothing is deleted without being asked for twice.

for (const panel of document.querySelectorAll('.sheet')) startPanel(panel, new Sheet(panel));

function startPanel(panel, sheet) {
  const find = (selector) => panel.querySelector(selector);
  /** The key of a sheet of this procedure that belongs to another page. */
  const other = () => keysLike(sheet.every).find((key) => key !== sheet.own && /^\S+ \S+ \S+ $/.test(key)) ?? '';
  const showOther = () => {
    find('.kept').hidden = other() === '';
    find('.kept p').textContent = sheet.say('kept', { found: other().split(' ')[2] });
  };
  let [asking, answered] = [];
  const ask = (button, text, deed) => {
    [asking, answered] = [button, deed];
    find('.ask p').textContent = text;
    find('.ask').hidden = false;
    find('.ask button').focus();
  };
  const settle = (deed) => {
    find('.ask').hidden = true;
    deed?.();
    (asking.checkVisibility() ? asking : find('button')).focus();
  };
  const deeds = {
    export: () => sheet.save(sheet.whole, sheet.entries.values()),
    clear: (button) => ask(button, sheet.say('clear'), () => sheet.clear()),
    exportKept: () => {
      const [head, ...entries] = keysLike(other()).sort().map(keptAs);
      sheet.save(head, entries);
    },
    removeKept: (button) =>
      ask(button, sheet.say('remove', { found: other().split(' ')[2] }), () => {
        for (const key of keysLike(other())) keep(key);
        showOther();
      }),
    yes: () => settle(answered),
    no: () => settle(),
  };
  panel.addEventListener('click', ({ target }) => deeds[target.dataset.do]?.(target));
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
