import { element } from '../element.mjs';
import { keep, keptText, parsed } from '../storage.mjs';
import { pageTexts } from './page-texts.mjs';
import { SiteValues } from './values.mjs';

/** The form in which a reader enters site-specific values. The browser keeps them for all pages of the runbook. */
export class SiteValuesPanel {
  constructor(section) {
    this.section = section;
    this.store = `values ${section.dataset.key}`;
    this.values = new SiteValues(section);
    this.pieces = JSON.parse(section.dataset.file);
    const form = section.querySelector('form');
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', ({ target }) => this.change(this.values.inputs.indexOf(target)));
    section.querySelector('.reset').addEventListener('click', () => this.reset());
    addEventListener('storage', () => this.read());
    addEventListener('pageshow', ({ persisted }) => persisted && this.read());
    section.hidden = false;
    this.read();
  }

  read() {
    const { values } = this;
    const text = keptText(this.store);
    values.accept(text === undefined ? values.typed : (parsed(text ?? '{}') ?? values.typed));
    this.show();
  }

  keep(typed) {
    this.values.typed = typed;
    keep(this.store, JSON.stringify(typed));
    this.show();
  }

  /** Keeps what was typed in, unless the environment file would not accept it or another value that follows from it. */
  change(number) {
    const { values } = this;
    const input = values.inputs[number];
    const before = values.typed;
    const { [input.dataset.place]: _, ...others } = before;
    values.typed = others;
    const value = input.value.trim();
    if (value !== '' && value !== values.derived(number)) values.typed = { ...others, [input.dataset.place]: value };
    const message = [number, ...values.inputs.keys()].reduce((first, each) => first || values.error(each), '');
    this.say(input, message);
    if (message) values.typed = before;
    else this.keep(values.typed);
  }

  reset() {
    for (const input of this.values.inputs) this.say(input, '');
    this.keep({});
    this.section.querySelector('summary').focus();
  }

  say(input, message) {
    input.setAttribute('aria-invalid', message !== '');
    document.getElementById(input.id.replace('value', 'refused')).textContent = message;
  }

  show() {
    const { values, section } = this;
    const shown = values.inputs.map((_, number) => values.current(number));
    const changed = [...shown.keys()].filter((number) => shown[number] !== values.example[number]);
    const adapted = changed.length > 0;
    values.inputs.forEach((input, number) => {
      if (input.getAttribute('aria-invalid') !== 'true') input.value = shown[number];
    });
    if (adapted) this.showTexts ??= pageTexts(values.found.any, section.querySelector('.mark'), section.dataset);
    this.showTexts?.(adapted, (text) =>
      adapted ? values.replace(text, values.found, (number) => shown[number]) : text,
    );
    document.documentElement.classList.toggle('adapted', adapted);
    section.querySelector('.notice').hidden = !adapted;
    this.showChosen(changed, shown);
    section.querySelector('a').href = `data:application/yaml;charset=utf-8,${encodeURIComponent(this.file(shown))}`;
  }

  showChosen(changed, shown) {
    const { values, section } = this;
    const entries = changed.flatMap((number) => [
      element('dt', values.labels[number]),
      element('dd', `${shown[number]} (${section.dataset.rehearsed} ${values.example[number]})`),
    ]);
    section.querySelector('.chosen').replaceChildren(...entries);
  }

  /** The environment file with the values. */
  file(shown) {
    const { values } = this;
    const pieces = this.pieces.map((piece) => {
      if (typeof piece === 'string') return piece;
      if (typeof piece !== 'number')
        return JSON.stringify(values.replace(piece[0], values.leading, (number) => shown[number]));
      return values.inputs[piece].inputMode === 'numeric' ? shown[piece] : JSON.stringify(shown[piece]);
    });
    return pieces.join('');
  }
}
