import { startBar } from './bar.mjs';
import { ChangeRecord } from './change-record.mjs';
import { startSignOff } from './sign-off.mjs';

// The page of a plan: where the reader is, the chosen ways, and the change record.

for (const plan of document.querySelectorAll('.plan[data-fingerprint]')) {
  const record = new ChangeRecord(plan);
  startChoices(plan, record);
  startBar(plan, record);
  startSignOff(plan, record);
  record.read();
}

/** Shows one way to carry out a stage, and hides the others. */
function startChoices(plan, record) {
  for (const group of plan.querySelectorAll('[role=radiogroup]')) group.hidden = false;
  plan.addEventListener('change', ({ target }) => {
    if (target.type === 'radio') record.write(target.name, { state: target.value });
  });
}
