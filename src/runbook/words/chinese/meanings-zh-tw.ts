import type { Marked } from '../english/meanings';

/** What each mark says, in the Chinese of Taiwan. */
export const MEANINGS_ZH_TW: Readonly<Record<Marked, string>> = {
  verified: '已執行，結果與所述相同。',
  refused: '文件記載的失敗情況：已執行，並在所述之處以所述方式失敗。',
  stale: '執行當時成立；之後其所依據的內容有所變動。',
  failing: '已執行，結果與所述不同。',
  undefined: '沒有步驟定義符合這個句子。',
  ambiguous: '有好幾個步驟定義符合這個句子。',
  pending: '步驟定義尚未完成。',
  skipped: '前面有項目未通過，因此略過。',
  'not-applicable': '此環境不允許執行，並附上原因。',
  'not-run': '這次執行沒有選取。',
  waived: '目前刻意不執行，或是不需要執行任何動作的句子，並附上原因。',
  unlinked: '沒有任何步驟或場景執行的句子。',
  confirmed: '已照文件字面執行，後果與場景所述相同。',
  error: '有功能無法運作，或下次啟動時將無法運作。',
  warning: '可以運作，但與文件或建議不符。',
  info: '沒有問題，僅供參考。',
};
