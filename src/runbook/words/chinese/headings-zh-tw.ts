import type { FindingLine } from '../../../evidence/finding-records';
import type { SinglePage } from '../../outline/page-files';
import type { Findings } from '../../views/findings/findings';
import type { Procedure, Runbook } from '../../views/runbook';
import { executedIn } from '../english/headings';

/** What the pages are called in lists of pages, in the Chinese of Taiwan. */
export const PAGE_NAMES_ZH_TW: Readonly<Record<SinglePage, string>> = {
  index: '總覽',
  findings: '檢核結果',
  document: '文件的缺失',
  troubleshooting: '疑難排解',
  codes: '檢核代碼',
  coverage: '來源涵蓋範圍',
  files: '檔案',
};

/** The title of each page, in the Chinese of Taiwan. */
export const TITLES_ZH_TW: Readonly<Record<SinglePage, (runbook: Runbook) => string>> = {
  index: title,
  findings: ({ environment }) => (environment === '' ? '檢核結果' : `檢核結果：${environment}`),
  document: () => PAGE_NAMES_ZH_TW.document,
  troubleshooting: () => PAGE_NAMES_ZH_TW.troubleshooting,
  codes: () => PAGE_NAMES_ZH_TW.codes,
  coverage: () => '來源文件的句子',
  files: () => '產生的檔案',
};

function title({ rehearsal, environment, procedures }: Runbook): string {
  if (rehearsal) return environment === '' ? '操作手冊' : `憑證操作手冊：${environment}`;
  const [only, ...others] = procedures;
  return only && others.length === 0 ? `場景：${only.title}` : '場景';
}

/** What each page comes to, in one sentence, in the Chinese of Taiwan. */
export const OUTCOMES_ZH_TW: Readonly<Record<SinglePage, (runbook: Runbook) => string>> = {
  index: outcome,
  findings: ({ findings }) => `${foundInChinese(findings)}。`,
  document: ({ findings: { document } }) =>
    document.length === 0
      ? '沒有場景顯示文件的錯誤。'
      : `文件有 ${document.length} 處有誤或不完整，這裡完全照字面操作。`,
  troubleshooting: ({ troubles }) => `程序會失敗的 ${troubles.length} 種情況，依最先看到的代碼或事件排列。`,
  codes: ({ findings: { codes } }) => `檢核可能給出的 ${codes.length} 個代碼。`,
  coverage: ({ coverage: { totals, sentences } }) =>
    sentences === 0
      ? '沒有來源文件的句子清單。'
      : `${sentences} 個句子中有 ${totals.verified} 個已驗證，${totals.waived} 個已豁免並註明原因${totals.stale > 0 ? `，${totals.stale} 個已過時` : ''}。`,
  files: ({ files }) => `此次執行產生 ${files.length} 個檔案，都不含私密金鑰。`,
};

/** What the page of a procedure comes to, in the Chinese of Taiwan. */
export function procedureOutcomeInChinese(procedure: Procedure): string {
  const { steps, done, scenarios, holding, waived } = executedIn(procedure);
  const walked = procedure.walks.length > 0;
  const parts = [
    ...(steps > 0 ? [`${steps} 個步驟中有 ${done} 個照說明執行`] : []),
    ...(scenarios > 0 ? [`${scenarios} 個${walked ? '相關' : ''}場景中有 ${holding} 個成立`] : []),
    ...(procedure.state === 'failing' && walked ? ['請勿依照標示的步驟操作'] : []),
    ...(waived > 0 ? [`${waived} 項已豁免`] : []),
    ...(procedure.state === 'stale' ? ['所依據的內容之後已變更，操作前請重新執行'] : []),
  ];
  return `${parts.join('，') || '沒有執行任何項目'}。`;
}

/** `關於部署 2 項（1 項錯誤、1 項警告），關於文件 9 項`. */
export function foundInChinese({ judged, deployment, document }: Findings): string {
  const weighing = (severity: FindingLine['severity'], name: string) => {
    const amount = deployment.filter((one) => one.severity === severity).length;
    return amount === 0 ? [] : [`${amount} 項${name}`];
  };
  const weights = [...weighing('error', '錯誤'), ...weighing('warning', '警告'), ...weighing('info', '資訊')];
  const confirmed = document.filter(({ state }) => state === 'confirmed').length;
  const doubt = confirmed === document.length ? '' : `（${confirmed} 項已證實）`;
  const about = deployment.length === 0 ? '關於部署沒有發現' : `關於部署 ${deployment.length} 項`;
  return [
    judged ? `${about}${weights.length > 0 ? `（${weights.join('、')}）` : ''}` : '部署尚未檢核',
    document.length === 0 ? '關於文件沒有發現' : `關於文件 ${document.length} 項${doubt}`,
  ].join('，');
}

function outcome({ rehearsal, state, totals: { scenarios }, problems, omissions }: Runbook): string {
  const all = Object.values(scenarios).reduce((sum, count) => sum + count, 0);
  const waived = omissions.filter((one) => one.state === 'waived').length;
  const others = omissions.length - waived;
  const left = [
    ...(others > 0 ? [`有 ${others} 項無法在此環境中執行，已註明原因。`] : []),
    ...(waived > 0 ? [`有 ${waived} 項目前刻意不執行，已註明原因。`] : []),
  ].join('');
  if (problems.length > 0) {
    const warning = rehearsal ? '問題解決之前，請勿依照標示的步驟操作。' : '';
    return `${all} 個場景中發現 ${problems.length} 個問題。${warning}${left}`;
  }
  if (state === 'stale')
    return `${all} 個場景中有 ${scenarios.passed} 個通過，其中部分所依據的內容之後已變更：操作前請重新執行已過時的場景。${left}`;
  if (state === 'verified' && scenarios.passed === all)
    return `每個步驟都已執行，結果與說明相符：${all} 個場景全部通過。`;
  if (scenarios.passed === 0) return `沒有執行任何項目。${left}`;
  return `沒有失敗：${all} 個場景中有 ${scenarios.passed} 個通過。${left}`;
}
