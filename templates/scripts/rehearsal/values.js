// The reader's own values in place of the example's, on every page of the runbook.

/** What keeps its text: what was recorded, and what says so. */
const KEPT = 'script, .yours, .recorded, .masthead, .languages';

/** Marks that say of something that it holds; the legend says what they mean. */
const VERIFIED = ':is(.mark-verified, .mark-refused, .mark-stale):not([aria-labelledby="legend"] *)';

/** A line that is a command of the Management Shell; there, a value stands in double quotes. */
const COMMAND = /^[A-Z]\w+-Cs[A-Z]\w+ -/;

const WRITTEN = {
  name: (value) => value,
  'file name': (path) => path.slice(path.lastIndexOf('\\') + 1),
  'certificate file': (path) => path.replace(/\.[^.\\]*$/, '-certificate.cer'),
  address: encodeURIComponent,
  'domain components': (domain) => domain.replace(/^|\./g, (dot) => `${dot && ', '}DC=`),
};

const yours = document.querySelector('.yours');
/** What the reader has typed in, and how the page takes what another reader has. */
const ownValues = yours
  ? startValues(yours)
  : { typed: () => [], wrongIn: () => '', take: ({ length }) => length && 'valuesLeft' };

function startValues(section) {
  const { key, file, short, recorded, rehearsed } = section.dataset;
  const [notice, badge, chosen, link, form] = ['.notice', '.mark', '.chosen', 'a', 'form'].map((selector) =>
    section.querySelector(selector),
  );
  const inputs = [...form.querySelectorAll('input')];
  const example = inputs.map((input) => input.parentElement.querySelector('code').textContent);
  const found = finding(JSON.parse(section.dataset.forms));
  const leading = finding(found.forms.filter(([number]) => 'leads' in inputs[number].dataset));
  const store = `values ${key}`;
  const chosenAnew = [];
  let typed = {};
  let values = example;
  let changeable;

  const own = (number) => typed[inputs[number].dataset.place];
  const present = (number) => own(number) ?? follow(number);
  const follow = (number) =>
    leading.forms.some(([leader]) => leader === number)
      ? example[number]
      : put(example[number], leading, (leader) => own(leader) ?? example[leader]);

  const rule = (name) => section.querySelector(`[data-rule="${name}"]`);
  /** Why the environment file would not take the value; empty where it would. */
  const wrong = (number) => {
    const { rules, apart } = inputs[number].dataset;
    const value = present(number);
    for (const one of rules.trim().split(' '))
      if (!new RegExp(rule(one).dataset.pattern, 'u').test(value)) return rule(one).textContent;
    const same = inputs.find(
      (input, at) =>
        at !== number && apart && input.dataset.apart === apart && present(at).toLowerCase() === value.toLowerCase(),
    );
    return same ? `${rule('apart').textContent} ${same.labels[0].textContent}` : '';
  };

  const read = () => {
    try {
      typed = { ...JSON.parse(localStorage.getItem(store)) };
    } catch {}
    inputs.forEach((input, number) => {
      if (own(number) !== undefined && (typeof own(number) !== 'string' || wrong(number)))
        delete typed[input.dataset.place];
    });
    show();
  };
  const keep = (next) => {
    typed = next;
    try {
      localStorage.setItem(store, JSON.stringify(typed));
    } catch {}
    show();
  };
  const say = (input, message) => {
    input.setAttribute('aria-invalid', message !== '');
    document.getElementById(input.id.replace('value', 'refused')).textContent = message;
  };

  const show = () => {
    values = inputs.map((_, number) => present(number));
    const changed = inputs.filter((_, number) => values[number] !== example[number]);
    const adapted = changed.length > 0;
    inputs.forEach((input, number) => {
      if (input.getAttribute('aria-invalid') !== 'true') input.value = values[number];
    });
    if (adapted) changeable ??= changeableIn(found.any, badge, { short, recorded });
    const { texts, marks } = changeable ?? { texts: [], marks: [] };
    for (const [from, to] of chosenAnew.splice(0)) choose(to, from);
    for (const [node, text] of texts) {
      const item = node.parentElement.closest('.selected');
      node.data = adapted ? put(text, found, (number) => values[number]) : text;
      const other = [...(item?.parentElement.children ?? [])].find(
        (each) => each !== item && each.firstChild.textContent === item.firstChild.textContent,
      );
      if (!other) continue;
      node.data = text;
      choose(item, other);
      chosenAnew.push([item, other]);
    }
    for (const [mark, other] of marks) (adapted ? mark : other).replaceWith(adapted ? other : mark);
    document.documentElement.classList.toggle('adapted', adapted);
    notice.hidden = !adapted;
    chosen.replaceChildren(
      ...changed.flatMap((input) => {
        const number = inputs.indexOf(input);
        return [
          element('dt', input.labels[0].textContent),
          element('dd', `${values[number]} (${rehearsed} ${example[number]})`),
        ];
      }),
    );
    const pieces = JSON.parse(file).map((piece) => {
      if (typeof piece === 'string') return piece;
      if (typeof piece !== 'number') return JSON.stringify(put(piece[0], leading, (number) => values[number]));
      return inputs[piece].inputMode === 'numeric' ? values[piece] : JSON.stringify(values[piece]);
    });
    link.href = `data:application/yaml;charset=utf-8,${encodeURIComponent(pieces.join(''))}`;
  };

  /** The text with values in place of those that are found in it. */
  function put(text, { forms, any }, value) {
    return text.replace(any, (it, ...groups) => {
      const [number, , as, exactly] = forms[groups.findIndex((group) => group !== undefined)];
      if (value(number) === example[number] || (exactly && exactly !== it)) return it;
      const written = WRITTEN[as](value(number));
      const line = text.slice(text.lastIndexOf('\n', groups.at(-2)) + 1);
      return COMMAND.test(line) ? written.replace(/[`$"“”„]/g, '`$&') : written;
    });
  }

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', ({ target }) => {
    const before = typed;
    const number = inputs.indexOf(target);
    const { [target.dataset.place]: _, ...others } = before;
    typed = others;
    const value = target.value.trim();
    if (value !== '' && value !== follow(number)) typed = { ...others, [target.dataset.place]: value };
    const message = [number, ...inputs.keys()].reduce((first, each) => first || wrong(each), '');
    say(target, message);
    if (message) typed = before;
    else keep(typed);
  });
  section.querySelector('.reset').addEventListener('click', () => {
    for (const input of inputs) say(input, '');
    keep({});
    section.querySelector('summary').focus();
  });
  addEventListener('storage', read);
  addEventListener('pageshow', ({ persisted }) => persisted && read());
  section.hidden = false;
  read();

  const listed = () =>
    inputs.flatMap((input, number) => {
      const value = own(number);
      const { place } = input.dataset;
      return value === undefined
        ? []
        : [{ place, name: input.labels[0].textContent, rehearsed: example[number], value }];
    });
  const asTyped = (list) => Object.fromEntries(list.map(({ place, value }) => [place, value]));
  return {
    typed: listed,
    /** The first of the values that the environment file would not take; empty where it would take all of them. */
    wrongIn(list) {
      const said = (index) => (index < 0 ? '' : `values[${index}]: ${JSON.stringify(list[index])}`);
      const places = inputs.map((input) => input.dataset.place);
      const odd = list.findIndex((each) => typeof each?.value !== 'string' || !places.includes(each.place));
      if (odd >= 0) return said(odd);
      const before = typed;
      typed = asTyped(list);
      const refused = places.find((_, number) => wrong(number));
      typed = before;
      return refused
        ? said(
            Math.max(
              0,
              list.findIndex(({ place }) => place === refused),
            ),
          )
        : '';
    },
    /** Takes the values where none are typed in; the word for what is to be said of it, if anything is. */
    take(list) {
      const [given, here] = [list, listed()].map((each) =>
        JSON.stringify(each.map(({ place, value }) => [place, value]).sort()),
      );
      if (given === here) return '';
      if (here !== '[]') return 'valuesLeft';
      keep(asTyped(list));
      return 'valuesTaken';
    },
  };
}

/** Forms of values with the one expression that finds any of them; its groups are in their order. */
function finding(forms) {
  return { forms, any: new RegExp(forms.map(([, source]) => `(${source})`).join('|') || '(?!)', 'giu') };
}

/** Texts that hold values, marks that say what was verified, each with what stands for it; what is recorded is said so. */
function changeableIn(any, badge, { short, recorded }) {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (node.data.search(any) >= 0 && !node.parentElement.closest(KEPT)) texts.push([node, node.data]);
  }
  const marks = [...document.querySelectorAll(VERIFIED)].map((mark) => {
    const other = badge.cloneNode(true);
    if (!mark.closest('.facts, .step > .byline')) other.lastChild.textContent = short;
    return [mark, other];
  });
  for (const part of document.querySelectorAll('.recorded')) {
    const before = part.previousElementSibling;
    if (!before?.matches('.recorded')) part.before(element('p', recorded, 'of-example'));
  }
  return { texts, marks };
}

/** In the picture of a list, another item is the chosen one. */
function choose(from, to) {
  to.append(...[...from.childNodes].slice(1));
  from.classList.remove('selected');
  to.classList.add('selected');
}

function element(name, text, className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}
