import { type Comparison, KINDS, type Kind } from '../../comparison/comparison';
import { LABELS_ZH_TW } from './labels-zh-tw';

/** `新出現失敗 1 項。步驟：新增 2 項、改寫 1 項。`, in the Chinese of Taiwan. */
export function changesInChinese({ newlyFailing, newlyPassing, procedures, totals }: Comparison): string {
  if (newlyFailing.length + newlyPassing.length + procedures.length === 0) return LABELS_ZH_TW.nothingChanged;
  const outcomes = listed([
    ['新出現失敗', newlyFailing.length],
    ['新通過', newlyPassing.length],
  ]);
  const things = THINGS.flatMap(([thing, name]) => {
    const some = listed(KINDS.map((kind) => [nameOf(kind), totals[thing][kind]]));
    return some === '' ? [] : [`${name}：${some}`];
  });
  const sentences = [outcomes, ...things].filter((text) => text !== '');
  return sentences.length === 0 ? '有場景的狀態不同，詳見下方。' : `${sentences.join('。')}。`;
}

const THINGS = [
  ['procedures', LABELS_ZH_TW.procedures],
  ['scenarios', LABELS_ZH_TW.scenarios],
  ['steps', LABELS_ZH_TW.steps],
] as const;

function listed(counts: readonly (readonly [name: string, count: number])[]): string {
  return counts.flatMap(([name, count]) => (count > 0 ? [`${name} ${count} 項`] : [])).join('、');
}

function nameOf(kind: Kind): string {
  return kind === 'expectation' ? '預期結果變更' : LABELS_ZH_TW[kind];
}
