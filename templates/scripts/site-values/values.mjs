import { isInCommand } from '../../../src/shell-quotes.ts';
import { all, find, textOf } from '../dom.mjs';
import { fromJson } from '../objects.mjs';
import { finding, written } from './forms.mjs';

/** The values of the reader's own site: those typed in, and those that follow from them. Each value has a number. */
export function siteValues(section) {
  const inputs = all('form input', section);
  const places = inputs.map((input) => input.dataset.place);
  const labels = inputs.map((input) => textOf(input.labels[0]));
  const example = inputs.map((input) => textOf(find('code', input.parentElement)));
  const found = finding(fromJson(section.dataset.forms));
  const leading = finding(found.forms.filter(([number]) => 'leads' in inputs[number].dataset));
  const own = (number) => values.typed[places[number]];
  const current = (number) => own(number) ?? derived(number);
  /** The example's value, with the domain or the NetBIOS name that was typed in. */
  const derived = (number) => {
    const text = example[number];
    if (leading.forms.some(([leader]) => leader === number)) return text;
    const leaders = example.map((value, leader) => own(leader) ?? value);
    return replace(text, leading, leaders);
  };
  /** The text with values, by their numbers, in place of the example's values that `any` finds in it. */
  const replace = (text, { any, forms }, others) =>
    text.replace(any, (it, ...groups) => {
      const [number, , as, exactly] = forms[groups.findIndex((group) => group !== undefined)];
      if (others[number] === example[number] || (exactly && exactly !== it)) return it;
      return written(others[number], as, isInCommand(text, groups.at(-2)));
    });
  const rule = (name) => find(`[data-rule="${name}"]`, section);
  /** Why the environment file would not accept the value; empty where it would. */
  const error = (number) => {
    const { rules, apart } = inputs[number].dataset;
    const value = current(number);
    for (const name of rules.split(' ')) {
      const { dataset, textContent } = rule(name);
      if (!new RegExp(dataset.pattern, 'u').test(value)) return textContent;
    }
    const same = inputs.findIndex(
      ({ dataset }, at) =>
        at !== number && apart && dataset.apart === apart && current(at).toLowerCase() === value.toLowerCase(),
    );
    return same < 0 ? '' : `${rule('apart').textContent} ${labels[same]}`;
  };
  /** The number of the first value that the environment file would not accept; -1 if it would accept all. */
  const refused = () => places.findIndex((_, number) => error(number));

  const values = {
    /** the values that were typed in, by their place in the environment file */
    typed: {},
    ...{ inputs, places, labels, example, found, leading, derived, replace, error, refused },
    all: () => inputs.map((_, number) => current(number)),
    /** Keeps of these values, by place, those that are texts which the environment file accepts. */
    accept(given) {
      const typed = { ...given };
      values.typed = typed;
      places.forEach((place, number) => {
        if (place in typed && (typeof typed[place] !== 'string' || error(number))) delete typed[place];
      });
    },
    /** The typed values with the values that they replace. */
    listed: () =>
      places.flatMap((place, number) =>
        place in values.typed
          ? [{ place, name: labels[number], rehearsed: example[number], value: values.typed[place] }]
          : [],
      ),
  };
  return values;
}
