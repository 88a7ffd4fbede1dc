import { all, filled, find, lastBegun, on, onWindow, textOf, top } from '../dom.mjs';
import { tell } from './texts.mjs';

/** The bar of a plan: the current step, the ways to its neighbours, the keys, and the filter by machine. */
export function startBar(plan) {
  const bar = find('.bar', plan);
  const machine = find('select', bar);
  const every = all('.step', plan);
  let [current] = every;
  const isShown = (step) => step.checkVisibility();
  const show = (step) => {
    current = step;
    const number = find('.step-number', step).lastChild.data;
    const name = textOf(find('h3', step.closest('.machine')));
    const title = textOf(find('.step-text', step));
    const place = filled(bar.dataset.said, { number, all: bar.dataset.all });
    tell(find('.place', bar), `${place} · ${name} · ${title}`);
  };
  const move = (by) => {
    const at = every.indexOf(current);
    const next = by > 0 ? every.slice(at + 1).find(isShown) : (every.slice(0, at).findLast(isShown) ?? current);
    if (!next) return;
    next.tabIndex = -1;
    next.focus();
    next.scrollIntoView();
    show(next);
  };
  const follow = () => {
    const focused = document.activeElement.closest('.step');
    const seen = focused && top(focused) >= 0 && top(focused) < innerHeight;
    show(seen ? focused : (lastBegun(every) ?? every.find(isShown) ?? current));
  };
  const [next, back] = [() => move(1), () => move(-1)];
  const does = { next, back, j: next, n: next, k: back, p: back, x: () => find('[name=done]', current)?.click() };
  on(bar, 'click', ({ target }) => does[target.dataset.do]?.());
  on(machine, 'change', () => {
    for (const block of all('.machine', plan)) block.hidden = ![block.dataset.machine, ''].includes(machine.value);
    follow();
  });
  onWindow('keydown', ({ key, target, altKey, ctrlKey, metaKey }) => {
    const typing = target.matches('select, var, input:not([type=checkbox], [type=radio])');
    if (!(typing || altKey || ctrlKey || metaKey) && plan.checkVisibility()) does[key]?.();
  });
  onWindow('scroll', follow);
  on(plan, 'recorded', follow);
  bar.hidden = false;
}
