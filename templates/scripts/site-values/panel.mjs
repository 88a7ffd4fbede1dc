import { all, byId, element, find, on, onWindow, root } from '../dom.mjs';
import { asJson, fromJson } from '../objects.mjs';
import { keep, keptText, parsed } from '../storage.mjs';
import { startFieldsInPlace } from './fields-in-place.mjs';
import { pageTexts } from './page-texts.mjs';
import { siteValues } from './values.mjs';

/**
 * Starts the form in which a reader enters site-specific values. The browser keeps them for all pages of the runbook.
 * Returns the values, and what keeps other ones.
 */
export function startPanel(section) {
  const { key, file, rehearsed } = section.dataset;
  const store = `values ${key}`;
  const values = siteValues(section);
  const { inputs, labels, example } = values;
  const pieces = fromJson(file);
  const say = (input, message) => {
    input.ariaInvalid = Boolean(message);
    byId(input.id.replace('value', 'refused')).textContent = message;
  };
  let showTexts;
  const show = () => {
    const shown = values.all();
    const changed = [...shown.keys()].filter((number) => shown[number] !== example[number]);
    const adapted = changed.length > 0;
    inputs.forEach((input, number) => {
      if (input.ariaInvalid !== 'true') input.value = shown[number];
    });
    if (adapted) showTexts ??= pageTexts(values, find('.mark', section), section.dataset);
    showTexts?.(adapted, shown);
    root.classList.toggle('adapted', adapted);
    find('.notice', section).hidden = !adapted;
    const entries = changed.flatMap((number) => [
      element('dt', labels[number]),
      element('dd', `${shown[number]} (${rehearsed} ${example[number]})`),
    ]);
    find('.chosen', section).replaceChildren(...entries);
    find('a', section).href = `data:application/yaml;charset=utf-8,${encodeURIComponent(fileWith(shown))}`;
    dispatchEvent(new Event('adapted'));
  };
  /** The environment file with the values. */
  const fileWith = (shown) =>
    pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        if (typeof piece !== 'number') return asJson(values.replace(piece[0], values.leading, shown));
        return inputs[piece].inputMode ? shown[piece] : asJson(shown[piece]);
      })
      .join('');
  const read = () => {
    const text = keptText(store);
    values.accept(text === undefined ? values.typed : (parsed(text ?? '{}') ?? values.typed));
    show();
  };
  const take = (typed) => {
    values.typed = typed;
    keep(store, asJson(typed));
    show();
  };
  /** Keeps what was typed in, unless the environment file would not accept it or another value that follows from it. */
  const change = (input) => {
    const number = inputs.indexOf(input);
    const before = values.typed;
    const { [input.dataset.place]: _, ...others } = before;
    values.typed = others;
    const value = input.value.trim();
    if (value && value !== values.derived(number)) values.typed = { ...others, [input.dataset.place]: value };
    const message = values.error(number) || (values.refused() >= 0 && values.error(values.refused())) || '';
    say(input, message);
    if (message) values.typed = before;
    else take(values.typed);
  };
  for (const input of inputs) on(input, 'change', () => change(input));
  on(find('.reset', section), 'click', () => {
    for (const input of inputs) say(input, '');
    take({});
    find('summary', section).focus();
  });
  onWindow('storage', read);
  onWindow('pageshow', ({ persisted }) => persisted && read());
  for (const group of all('fieldset', section)) group.disabled = false;
  startFieldsInPlace(inputs);
  read();
  return { values, take };
}
