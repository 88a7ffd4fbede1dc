import { finding, written } from './forms.mjs';

/** The values of the reader's own site: those typed in, and those that follow from them. Each value has a number. */
export class SiteValues {
  /** the values that were typed in, by their place in the environment file */
  typed = {};

  constructor(section) {
    this.section = section;
    this.inputs = [...section.querySelectorAll('form input')];
    this.places = this.inputs.map((input) => input.dataset.place);
    this.labels = this.inputs.map((input) => input.labels[0].textContent);
    this.example = this.inputs.map((input) => input.parentElement.querySelector('code').textContent);
    this.found = finding(JSON.parse(section.dataset.forms));
    this.leading = finding(this.found.forms.filter(([number]) => 'leads' in this.inputs[number].dataset));
  }

  own(number) {
    return this.typed[this.places[number]];
  }

  current(number) {
    return this.own(number) ?? this.derived(number);
  }

  /** The example's value, with the domain or the NetBIOS name that was typed in. */
  derived(number) {
    const text = this.example[number];
    if (this.leading.forms.some(([leader]) => leader === number)) return text;
    return this.replace(text, this.leading, (leader) => this.own(leader) ?? this.example[leader]);
  }

  /** The text with values in place of the example's values that `found` finds in it. */
  replace(text, found, value) {
    return text.replace(found.any, (it, ...groups) => {
      const [number, , as, exactly] = found.forms[groups.findIndex((group) => group !== undefined)];
      if (value(number) === this.example[number] || (exactly && exactly !== it)) return it;
      return written(value(number), as, text, groups.at(-2));
    });
  }

  /** Why the environment file would not accept the value; empty where it would. */
  error(number) {
    const { rules, apart } = this.inputs[number].dataset;
    const value = this.current(number);
    for (const name of rules.trim().split(' ')) {
      const rule = this.rule(name);
      if (!new RegExp(rule.dataset.pattern, 'u').test(value)) return rule.textContent;
    }
    const same = this.inputs.findIndex(
      (input, at) =>
        at !== number &&
        apart &&
        input.dataset.apart === apart &&
        this.current(at).toLowerCase() === value.toLowerCase(),
    );
    return same < 0 ? '' : `${this.rule('apart').textContent} ${this.labels[same]}`;
  }

  rule(name) {
    return this.section.querySelector(`[data-rule="${name}"]`);
  }

  /** Keeps of these values, by place, those that are texts which the environment file accepts. */
  accept(typed) {
    this.typed = { ...typed };
    this.places.forEach((place, number) => {
      const value = this.own(number);
      if (value !== undefined && (typeof value !== 'string' || this.error(number))) delete this.typed[place];
    });
  }

  /** The typed values with the values that they replace. */
  listed() {
    return this.places.flatMap((place, number) => {
      const value = this.own(number);
      return value === undefined ? [] : [{ place, name: this.labels[number], rehearsed: this.example[number], value }];
    });
  }
}
