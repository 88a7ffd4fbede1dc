# language: zh-TW
# source: 04952-165
功能: 在每部 Edge Server 上匯入憑證鏈結
  伺服器如果不信任根憑證，內部憑證就毫無用處。Edge Server 不屬於任何網域，不會自動取得根憑證，必須由系統管理員在每部伺服器上匯入。

  Rule: 文件記載的步驟

    @procedure
    場景: 使用憑證嵌入式管理單元匯入憑證鏈結
      假如 發行 CA 的憑證路徑位於每部 Edge Server 上的檔案 "{chain file}"
      而且 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      # source: 04952-166
      當 操作人員執行 "mmc"
      # source: 04952-167
      而且 操作人員在 "Console1" 上設定下列項目：
        | File               | 按下 |
        | Add/Remove Snap-in | 按下 |
      # source: 04952-168
      而且 操作人員在 "Add Standalone Snap-ins" 上設定下列項目：
        | Available snap-ins | Certificates |
        | Add                | 按下         |
      # source: 04952-169
      而且 操作人員在 "Certificate snap-in" 上設定下列項目：
        | Computer account | 選取 |
        | Next             | 按下 |
      # source: 04952-170
      而且 操作人員在 "Select Computer" 上設定下列項目：
        | Local computer: (the computer this console is running on) | 選取 |
        | Finish                                                    | 按下 |
      # source: 04952-171
      而且 操作人員在 "Add or Remove Snap-ins" 上按一下 "OK"
      # source: 04952-172
      而且 操作人員在 "Console1" 上設定下列項目：
        | Console Root | Certificates (Local Computer)          |
        | Console Root | Trusted Root Certification Authorities |
        | All Tasks    | 按下                                   |
        | Import       | 按下                                   |
      # source: 04952-173
      而且 操作人員依序完成下列項目：
        | 頁面                                     | 控制項    | 值           |
        | Certificate Import Wizard                | Next      | 按下         |
        | File to Import                           | File name | {chain file} |
        | File to Import                           | Next      | 按下         |
        | Certificate Store                        | Next      | 按下         |
        | Completing the Certificate Import Wizard | Finish    | 按下         |
        | The import was successful.               | OK        | 按下         |
      # source: 04952-174
      而且 操作人員在其他每部 Edge Server 上重複此程序
      # source: 04952-165
      那麼 每部 Edge Server 信任發行 CA 的根憑證

  Rule: 每部伺服器都要匯入憑證鏈結，一次即可

    # source: 04952-174
    @failure
    場景: 其中一部伺服器缺少憑證鏈結
      假如 一個位於負載平衡器後方、有 3 部 Edge Server 的集區
      而且 第一部與第二部 Edge Server 信任發行 CA
      而且 第一部 Edge Server 已匯出內部憑證，但不含憑證路徑
      當 在第三部 Edge Server 上匯入先前匯出的檔案，並輸入正確的密碼
      那麼 在第三部 Edge Server 上未列出內部憑證供指派：chain-incomplete

    # source: 04952-174
    場景: 再次匯入憑證鏈結不會有任何變更
      假如 發行 CA 的憑證路徑位於每部 Edge Server 上的檔案 "{chain file}"
      而且 已在第一部 Edge Server 上匯入憑證鏈結，依照文件的說明
      當 在第一部 Edge Server 上匯入憑證鏈結，依照文件的說明
      那麼 沒有任何變更

  Rule: 檔案必須先放到伺服器上

    # source: 04952-173
    @failure
    場景: 檔案沒有帶過去
      假如 發行 CA 的憑證路徑位於內部伺服器上的檔案 "{chain file}"
      當 在第一部 Edge Server 上匯入憑證鏈結，依照文件的說明
      那麼 操作遭到拒絕：file-not-found
      而且 沒有任何變更

  Rule: 匯入的內容可以還原

    # source: 04952-173
    @rollback
    場景: 從存放區刪除根憑證
      假如 每部 Edge Server 信任發行 CA
      而且 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      當 操作人員輸入命令：
        """
        certutil -delstore Root {root serial number}
        """
      那麼 第一部 Edge Server 不信任發行 CA 的根憑證
