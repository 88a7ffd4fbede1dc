import { on } from '../dom.mjs';

/**
 * Opens the field of a value where the value is on the page: the link to the field brings it below its own line instead.
 * The Enter key, the Escape key and leaving the field bring it back; a value that is refused stays open.
 */
export function startFieldsInPlace(inputs) {
  on(document, 'click', (event) => {
    const link = event.target.closest('a[href^="#value-"]');
    const input = link && inputs[link.hash.slice('#value-'.length)];
    if (!input) return;
    event.preventDefault();
    const field = input.parentElement;
    const home = document.createComment('');
    field.replaceWith(home);
    link.closest('li, p, pre, h3, td').append(field);
    field.className = 'in-place';
    const back = () => {
      if (!home.isConnected || input.getAttribute('aria-invalid') === 'true') return;
      field.className = '';
      home.replaceWith(field);
    };
    input.onblur = back;
    input.onkeydown = ({ key }) => {
      if (key !== 'Enter' && key !== 'Escape') return;
      if (key === 'Enter') input.blur();
      back();
      link.focus();
    };
    input.focus();
    input.select();
  });
}
