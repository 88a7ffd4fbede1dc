// A copy button for each command.

for (const block of document.querySelectorAll('.copyable')) {
  const code = block.querySelector('code');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = block.dataset.copy;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    if (!(await copied(code))) return;
    button.textContent = block.dataset.copied;
    setTimeout(() => {
      button.textContent = block.dataset.copy;
    }, 2000);
  });
  block.prepend(button);
}

/** Copies the text. Where a page may not write to the clipboard, selects the text so that the reader can copy it. */
async function copied(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(code);
    return document.execCommand('copy');
  }
}
