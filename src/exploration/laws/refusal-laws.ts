import { sameState } from '../../world/same-state';
import type { Domain, Law } from '../explored-system';
import { verdict } from '../law';

/** A refused operation changes nothing. */
export function refusalChangesNothing<D extends Domain>(): Law<D> {
  return {
    name: 'a refused operation changes nothing',
    ofStep({ attempts }) {
      const refused = attempts.filter((one) => one.refused);
      const changed = refused.filter(({ before, after }) => !sameState(before.deployment, after.deployment));
      const details = changed.map(({ action }) => `"${action.sentence}" was refused and has changed something`);
      return verdict(refused.length > 0, details, ['And nothing has changed']);
    },
  };
}

/** The simulation refuses exactly what the model predicts. */
export function refusalIsPredicted<D extends Domain>(): Law<D> {
  return {
    name: 'exactly the operations that the model rejects are refused',
    ofStep({ operation, before, refused }, { operations }) {
      const expected = operations.predict(operation, before.model);
      if (expected === 'either') return 'not tried';
      const found = refused ? `refused: ${refused.message}` : 'done';
      const differs = (refused !== null) !== (expected === 'refused');
      return verdict(true, differs ? [`${JSON.stringify(operation)} was to be ${expected}, and was ${found}`] : []);
    },
  };
}
