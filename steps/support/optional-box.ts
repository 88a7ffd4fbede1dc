import { type Console, windowOn } from '../../src/operator/console';
import { move } from '../../src/operator/moves';
import { sameLabel } from '../../src/windows/window';

/** Selects a check box of the page where the version of Windows shows it. */
export function selectWhereShown(console: Console, page: string, box: string): Console {
  const boxes = windowOn(console).controls.filter(({ kind }) => kind === 'checkbox');
  const isShown = boxes.some(({ label }) => sameLabel(label, box));
  return isShown ? move(console, { page, control: box, value: 'ticked' }) : console;
}
