import { filled } from '../sheet/file.mjs';

/** The bar of a plan: the current step, the ways to its neighbours, the keys, and the filter by machine. */
export function startBar(plan, record) {
  const bar = plan.querySelector('.bar');
  const place = bar.querySelector('.place');
  const machine = bar.querySelector('select');
  let [current] = record.steps;
  const shown = () => record.steps.filter((step) => step.checkVisibility());
  const tell = () => {
    const number = current.querySelector('.step-number').lastChild.textContent;
    const { machine: name } = current.closest('.machine').dataset;
    const title = current.querySelector('.step-text').textContent.trim();
    const text = [filled(bar.dataset.said, { number, all: bar.dataset.all }), name, title].join(' · ');
    if (place.textContent !== text) place.textContent = text;
    for (const step of record.steps) step.toggleAttribute('aria-current', step === current);
  };
  const move = (by) => {
    const steps = shown();
    const next = steps[Math.max(0, steps.indexOf(current) + by)];
    if (!next) return;
    current = next;
    current.tabIndex = -1;
    current.focus({ preventScroll: true });
    current.scrollIntoView();
    tell();
  };
  const follow = () => {
    const steps = shown();
    const focused = document.activeElement.closest('.step');
    const top = (step) => step.getBoundingClientRect().top;
    if (focused && top(focused) >= 0 && top(focused) < innerHeight) current = focused;
    else current = steps.findLast((step) => top(step) <= innerHeight / 3) ?? steps[0] ?? current;
    tell();
  };
  const tick = () => current.querySelector('[name=done]')?.click();
  const does = {
    on: () => move(1),
    back: () => move(-1),
    j: () => move(1),
    n: () => move(1),
    k: () => move(-1),
    p: () => move(-1),
    x: tick,
  };
  bar.addEventListener('click', ({ target }) => does[target.dataset.do]?.());
  machine.addEventListener('change', () => {
    for (const block of plan.querySelectorAll('.machine[data-machine]'))
      block.hidden = ![block.dataset.machine, ''].includes(machine.value);
    follow();
  });
  addEventListener('keydown', ({ key, target, altKey, ctrlKey, metaKey }) => {
    const typing = target.matches('select, textarea, input:not([type=checkbox], [type=radio])');
    if (!(typing || altKey || ctrlKey || metaKey) && key.length === 1 && plan.checkVisibility()) does[key]?.();
  });
  addEventListener('scroll', follow, { passive: true });
  plan.addEventListener('recorded', follow);
  bar.hidden = false;
}
