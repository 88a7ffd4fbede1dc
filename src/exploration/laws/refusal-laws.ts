import { outcomeOn } from '../../operator/outcome';
import { sameSubstance } from '../../world/substance';
import { foreseen } from '../forecast';
import { type Law, verdict } from '../law';
import type { Operation } from '../operation';

/** What is refused, and what is done again. */

const IMPORTS: readonly Operation['kind'][] = [
  'import-chain',
  'import-response',
  'import-exported',
  'import-with-snap-in',
];

export const REFUSAL_LAWS: readonly Law[] = [
  {
    name: 'what is refused changes nothing',
    ofStep({ tried }) {
      const refused = tried.filter((one) => one.refused);
      const changed = refused.filter(({ before, after }) => !sameSubstance(before.deployment, after.deployment));
      const details = changed.map(({ deed }) => `"${deed.sentence}" was refused and has changed something`);
      return verdict(refused.length > 0, details, ['And nothing has changed']);
    },
  },
  {
    name: 'what is begun and not finished changes nothing',
    ofStep({ operation, tried, refused, after }) {
      if (operation.kind !== 'abandon' || refused) return 'not tried';
      // an import begins once its file is there
      const begun = tried.at(operation.what === 'import' ? -1 : 0);
      const same = begun && sameSubstance(begun.before.deployment, after.console.deployment);
      return verdict(true, same ? [] : [`the ${operation.what} that was left has changed something`]);
    },
  },
  {
    name: 'a file that is imported twice is imported once',
    ofStep({ operation, tried, refused }) {
      const last = tried.at(-1);
      if (!last || refused || !IMPORTS.includes(operation.kind)) return 'not tried';
      const again = outcomeOn(last.after, last.deed.carryOut);
      const same = !again.refused && sameSubstance(last.after.deployment, again.console.deployment);
      return verdict(true, same ? [] : [`"${last.deed.sentence}" a second time changes something`]);
    },
  },
  {
    name: 'what is refused was to be refused, and nothing else',
    ofStep({ operation, before, refused }) {
      const expected = foreseen(before.model, operation);
      if (expected === 'either') return 'not tried';
      const found = refused ? `refused: ${refused.message}` : 'done';
      const differs = (refused !== null) !== (expected === 'refused');
      return verdict(true, differs ? [`${JSON.stringify(operation)} was to be ${expected}, and was ${found}`] : []);
    },
  },
];
