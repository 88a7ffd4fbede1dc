import { WIZARD_BUTTON } from '../../products/lync-server-2013/continuation/plan-stages';
import { restOfChange } from '../../products/lync-server-2013/continuation/rest-of-change';
import { PRODUCTS } from '../../products/products';
import type { Rewording } from '../../what-if/next-renewal';
import { type SilentSlip, silentSlip, slipPairs } from '../../what-if/pairs';
import type { RestFinder } from '../../what-if/slip-repair';
import { type PairRow, pairRow, type SlipRow, slipRow } from '../../what-if/slip-table';
import type { StepPerformer } from '../../what-if/step-performer';
import { whatIf } from '../../what-if/tried-slips';
import { walksIn } from '../../what-if/walk';
import { countingProgress } from '../terminal/progress';
import type { SlippedFeatures } from './checked-plans';
import { type WalkedFeature, walkedFeature } from './slip-table-file';

/** The slips of features, and pairs of them. */
export interface TriedFeatures {
  readonly slips: readonly SlipRow[];
  readonly pairs: readonly PairRow[];
  readonly walked: readonly WalkedFeature[];
}

/** How many pairs of slips are tried, and whether progress is shown. */
export interface TryingOptions {
  readonly pairs: number;
  readonly quiet: boolean;
}

/** Tries every single slip of the procedures of these features, and then pairs of those that no step notices. */
export function triedFeatures(
  features: SlippedFeatures,
  performer: StepPerformer,
  { pairs, quiet }: TryingOptions,
): TriedFeatures {
  const progress = countingProgress('slips', 0, quiet);
  const all = features.map(([address, text]) => ({ address, text, walks: walksIn(address, text, performer) }));
  const slips: SlipRow[] = [];
  const silent: SilentSlip[] = [];
  try {
    for (const { address, walks } of all) {
      const others = all.flatMap(({ address: other, walks: [first] }) => (other === address || !first ? [] : [first]));
      for (const found of whatIf(walks, performer, restSearch, { rewording: renewed, others })) {
        slips.push(slipRow(address, found));
        const alone = pairs > 0 ? silentSlip(found) : null;
        if (alone) silent.push(alone);
        progress.show(slips.length, address);
      }
    }
  } finally {
    progress.stop();
  }
  return {
    slips,
    pairs: [...slipPairs(silent, pairs, performer)].map(pairRow),
    walked: all.map(({ address, text, walks }) => walkedFeature(address, text, walks)),
  };
}

/** Enough for each approach of a pool. */
const MOST_STATES = 500;

/** What remains to be done on a pool; null if no stages lead to a pool without errors, or none are known. */
const restSearch: RestFinder = (deployment, pool) => {
  if (!PRODUCTS.some(({ id }) => id === deployment.product.id)) return null;
  const { found } = restOfChange(deployment, pool, { ahead: 0, mostStates: MOST_STATES });
  const last = found.steps?.at(-1);
  if (!found.steps || found.verdicts.errors.length > 0) return null;
  return { stages: found.steps, after: last?.after.deployment ?? deployment };
};

/** The second certificate has another friendly name, and the wizard that requests it was used before. */
const renewed: Rewording = (step) => {
  const [first, again] = [WIZARD_BUTTON.first, WIZARD_BUTTON.again].map((text) => JSON.stringify(text).slice(1, -1));
  const written = JSON.stringify(step).replaceAll(first ?? '', again ?? '');
  return JSON.parse(written.replace(/\{((?:external )?friendly name)\}/g, '{$1} 2'));
};
