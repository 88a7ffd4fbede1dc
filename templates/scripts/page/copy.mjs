// A copy button for each command.

import { all, element, find, on } from '../dom.mjs';

for (const block of all('.copyable')) {
  const code = find('code', block);
  const { copy, copied } = block.dataset;
  const button = element('button', copy, 'copy');
  button.ariaLive = 'polite';
  on(button, 'click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      // where a page may not write to the clipboard, the reader can copy the selected text
      getSelection().selectAllChildren(code);
      if (!document.execCommand('copy')) return;
    }
    button.textContent = copied;
    setTimeout(() => {
      button.textContent = copy;
    }, 2000);
  });
  block.prepend(button);
}
