import type { SHEET_LABELS } from '../english/sheet-labels';

/** What the grid of a procedure and the operator's sheet say, in the Chinese of Taiwan. */
export const SHEET_LABELS_ZH_TW: Readonly<Record<keyof typeof SHEET_LABELS, string>> = {
  notThere: '不在此伺服器上執行',
  gridAbout: '標示說明演練在該伺服器上執行的結果；橫線表示此步驟不在該伺服器上執行。方格供您勾選。',
  sheet: '操作紀錄表',
  sheetAbout:
    '每個步驟在每部伺服器上都有一個可勾選的方格，並可填寫簽名縮寫、實際看到的值與時間。您填寫的內容只儲存在這個瀏覽器中；列印後，方格與橫線可用筆填寫。',
  sheetFingerprint: '本頁的內容雜湊：',
  done: '完成',
  doneOf: '已完成 {done} 項，共 {all} 項',
  initials: '簽名縮寫',
  actualValue: '實際值',
  time: '時間',
  exportSheet: '匯出紀錄表',
  importSheet: '匯入紀錄表',
  clearSheet: '清除紀錄表',
  exportKept: '匯出該紀錄表',
  removeKept: '移除該紀錄表',
  keepIt: '保留',
  goAhead: '是，刪除',
  unkept: '這個瀏覽器不為本頁儲存任何內容：關閉後填寫的內容就會遺失。離開前請匯出紀錄表。',
  exported: '已匯出為 {file}。',
  imported: '已從 {file} 匯入。採用的筆數：{taken}。',
  importedLeft:
    '已從 {file} 匯入。採用的筆數：{taken}。因這裡的內容不同而維持原狀的筆數：{left}。若要採用檔案的內容，請先清除紀錄表，再匯入一次。',
  valuesTaken: '填寫時使用的值現在是您的值，本頁已顯示這些值。',
  valuesLeft:
    '該紀錄表填寫時使用的值與您的值不同，您的值維持原狀。若要檢視檔案中的值，請還原為已驗證的值，再匯入一次。',
  cleared: '紀錄表已清空。',
  noSheet: '未匯入：{file} 不是操作紀錄表。內容為 {found}。請選擇由這類頁面匯出的檔案。這裡沒有任何變更。',
  sheetElsewhere: '未匯入：{file} 是另一個程序 {found} 的紀錄表；本頁是 {own}。請在該頁匯入。這裡沒有任何變更。',
  otherSheet:
    '未匯入：{file} 屬於內容雜湊為 {found} 的頁面，而本頁為 {own}：驗證過的內容不同。請在所屬的頁面匯入，或由記錄的訊息重新產生該頁；也可以在這裡開始新的紀錄表。這裡沒有任何變更。',
  keptSheet:
    '這個瀏覽器另外儲存了此程序的一份紀錄表，它屬於內容雜湊為 {found} 的頁面；本頁為 {own}，驗證過的內容不同，因此這裡不採用。該紀錄表沒有遺失：請開啟所屬的頁面、由記錄的訊息重新產生該頁，或將紀錄表匯出。',
  askClear: '要刪除這份紀錄表的所有內容嗎？沒有匯出就無法復原。',
  askRemove: '要刪除內容雜湊為 {found} 的紀錄表嗎？沒有匯出就無法復原。',
};
