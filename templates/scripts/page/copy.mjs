// A copy button for each command.

import { all, element, find, on } from '../dom.mjs';

for (const block of all('.copyable')) {
  const code = find('code', block);
  const { copy, copied } = block.dataset;
  const button = element('button', copy, 'copy');
  button.type = 'button';
  button.ariaLive = 'polite';
  on(button, 'click', async () => {
    if (!(await isCopied(code))) return;
    button.textContent = copied;
    setTimeout(() => {
      button.textContent = copy;
    }, 2000);
  });
  block.prepend(button);
}

/** Copies the text. Where a page may not write to the clipboard, selects the text so that the reader can copy it. */
async function isCopied(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(code);
    return document.execCommand('copy');
  }
}
