import type { Words } from '../english/words';
import { changesInChinese } from './comparison-words-zh-tw';
import {
  foundInChinese,
  OUTCOMES_ZH_TW,
  PAGE_NAMES_ZH_TW,
  procedureOutcomeInChinese,
  TITLES_ZH_TW,
} from './headings-zh-tw';
import { LABELS_ZH_TW } from './labels-zh-tw';
import { MEANINGS_ZH_TW } from './meanings-zh-tw';
import { VALUE_WORDS_ZH_TW } from './value-words-zh-tw';

/** The page in the Chinese of Taiwan. */
export const chinese: Words = {
  language: 'zh-Hant-TW',
  name: '繁體中文',
  labels: LABELS_ZH_TW,
  states: {
    verified: '已驗證',
    refused: '如文件所述失敗',
    stale: '已過時',
    failing: '失敗',
    undefined: '未定義',
    ambiguous: '定義不明確',
    pending: '待完成',
    skipped: '已略過',
    'not-applicable': '不適用於此環境',
    'not-run': '未執行',
    waived: '已豁免',
    unlinked: '無步驟執行',
    confirmed: '已證實',
    error: '錯誤',
    warning: '警告',
    info: '資訊',
  },
  meanings: MEANINGS_ZH_TW,
  statuses: {
    passed: '通過',
    failed: '失敗',
    skipped: '略過',
    pending: '待完成',
    undefined: '未定義',
    ambiguous: '定義不明確',
    'not run': '未執行',
    waived: '已豁免',
  },
  fields: {
    subject: '主體',
    issuer: '簽發者',
    serialNumber: '序號',
    notBefore: '有效期自',
    notAfter: '有效期到',
    thumbprint: '指紋',
    key: '金鑰',
    signatureAlgorithm: '簽章演算法',
    subjectAlternativeNames: '主體別名',
    extendedKeyUsage: '增強金鑰使用方法',
    authority: '憑證授權單位',
    template: '範本',
  },
  movables: {
    feature: '功能檔案',
    steps: '步驟定義',
    simulation: '模擬',
    environment: '環境檔案',
    sentence: '句子本身',
  },
  gestures: { press: '按一下', choose: '選取', tick: '勾選', untick: '清除', type: '輸入', select: '選取' },
  signs: { added: '新增', removed: '移除', changed: '變更' },
  problems: {
    'not in the ledger': '不是來源文件的句子',
    'nothing below': '下方沒有步驟或場景',
  },
  certainties: {
    documented: '有文件依據：Microsoft 或標準如此說明',
    reported: '有人回報：系統管理員曾經遇到',
    assumed: '假設：沒有來源可以確定',
  },
  titles: TITLES_ZH_TW,
  outcomes: OUTCOMES_ZH_TW,
  procedureOutcome: procedureOutcomeInChinese,
  pages: PAGE_NAMES_ZH_TW,
  values: VALUE_WORDS_ZH_TW,
  amount: (things) => `${things} 項`,
  found: foundInChinese,
  changed: changesInChinese,
};
