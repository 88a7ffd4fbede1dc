import { on } from '../dom.mjs';

/**
 * Opens the field of a value where the value is on the page: the link to the field brings it below its own line instead.
 * The Enter key and leaving the field take the value and bring the field back, the Escape key brings the earlier value back.
 * A value that is refused stays open.
 */
export function startFieldsInPlace(inputs) {
  on(document, 'click', (event) => {
    const link = event.target.closest('a[href^="#value-"]');
    const input = link && inputs[link.hash.slice('#value-'.length)];
    if (!input) return;
    event.preventDefault();
    const field = input.parentElement;
    const before = input.value;
    const home = document.createComment('');
    field.replaceWith(home);
    link.closest('li, p, pre, h3, td').append(field);
    const back = () => {
      if (!home.isConnected || input.ariaInvalid === 'true') return;
      home.replaceWith(field);
    };
    input.onblur = back;
    input.onkeydown = ({ key }) => {
      if (key === 'Escape') input.value = before;
      else if (key !== 'Enter') return;
      input.dispatchEvent(new Event('change'));
      input.blur();
      (home.isConnected ? input : link).focus();
    };
    input.focus();
    input.select();
  });
}
