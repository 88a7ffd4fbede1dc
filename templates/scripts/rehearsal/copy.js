// Copying a command. All scripts are conveniences over a page that is complete without them.

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

/** Copies the text; where the browser does not let pages write the clipboard, selects it for the reader's own copy. */
async function copied(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(code);
    return document.execCommand('copy');
  }
}
