/**
 * Replaces the gaps for handwriting by inputs: for each field its name and its input.
 *
 * @param places elements that hold labelled gaps
 * @param about elements that name the server and the step of these fields
 */
export function replaceGaps(places, about) {
  const labels = places.flatMap((place) => [...place.querySelectorAll('[data-field]')]);
  return labels.map((label) => {
    const { field } = label.dataset;
    const input = document.createElement('input');
    if (field === 'done') input.type = 'checkbox';
    input.autocomplete = 'off';
    input.setAttribute('aria-labelledby', [label, ...about].map(idOf).join(' '));
    label.querySelector('.gap').replaceWith(input);
    return { field, input };
  });
}

let numbered = 0;

/** The id of an element; elements without one get one. */
function idOf(element) {
  numbered += 1;
  element.id ||= `sheet-${numbered}`;
  return element.id;
}
