# language: zh-TW
# source: 04952-201
功能: 在建立要求的伺服器上匯入憑證
  回應會與第一部 Edge Server 上等候的私密金鑰結合。在其他伺服器上，它只是一張沒有對應金鑰的憑證。

  Rule: 文件記載的步驟

    @procedure
    場景: 使用憑證精靈匯入回應
      假如 每部 Edge Server 信任發行 CA
      而且 第一部 Edge Server 已建立憑證要求，且回應已帶回該伺服器
      # source: 04952-202
      當 操作人員以 Edge 系統管理員身分登入第一部 Edge Server
      # source: 04952-203
      而且 操作人員執行 "Deployment Wizard"
      # source: 04952-203
      而且 操作人員在 "Deployment Wizard" 上按一下 "Run again"
      # source: 04952-205
      而且 操作人員在 "Available Certificate Tasks" 上按一下 "Import a certificate from a .P7b, .pfx or .cer file"
      # cannot be taken back: a request that was completed does not wait again, and its private key stays on the server
      # source: 04952-206
      而且 操作人員依序完成下列項目：
        | 頁面                       | 控制項    | 值              |
        | Import Certificate         | File name | {response file} |
        | Import Certificate         | Next      | 按下            |
        | Import Certificate Summary | Next      | 按下            |
        | Executing Commands         | Finish    | 按下            |
      # source: 04952-204
      那麼 第一部 Edge Server 上部署精靈的步驟 3 顯示 "Run again"，且沒有核取記號
      # source: 04952-201
      而且 第一部 Edge Server 的內部憑證有私密金鑰

  Rule: 回應屬於建立要求的伺服器

    背景:
      假如 一個位於負載平衡器後方、有 2 部 Edge Server 的集區
      而且 每部 Edge Server 信任發行 CA
      而且 第一部 Edge Server 已建立憑證要求，且回應已帶回該伺服器

    # source: 04952-202 04952-220 04952-221
    @failure
    場景: 在另一部伺服器上匯入回應
      假如 已將檔案 "{response file}" 從第一部 Edge Server 帶到第二部 Edge Server
      當 在第二部 Edge Server 上匯入回應
      那麼 在第二部 Edge Server 上未列出內部憑證供指派：private-key-missing

    # source: 04952-202
    # fails at: 04952-206
    @failure
    場景: 執行匯入的人不是該伺服器的系統管理員
      假如 操作人員已以一般使用者身分登入第一部 Edge Server
      當 操作人員匯入檔案 "{response file}"
      那麼 操作遭到拒絕：not-an-administrator
      而且 沒有任何變更

    # source: 04952-206
    @failure
    場景: 匯入的是憑證要求而不是回應
      假如 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      當 操作人員匯入檔案 "{request file}"
      那麼 操作遭到拒絕：not-a-certificate
      而且 沒有任何變更

    # source: 04952-206
    場景: 再次匯入回應不會有任何變更
      假如 已在第一部 Edge Server 上匯入回應
      當 在第一部 Edge Server 上匯入回應
      那麼 沒有任何變更

  Rule: 檔案類型決定必須填寫的項目

    背景:
      假如 一個位於負載平衡器後方、有 2 部 Edge Server 的集區

    # source: 04952-127
    場景: 以 .p7b 檔案提供的回應附有憑證路徑
      假如 第一部 Edge Server 已建立憑證要求，且公用 CA 已以 .p7b 檔案答覆
      當 在第一部 Edge Server 上匯入回應
      那麼 第一部 Edge Server 的內部憑證有私密金鑰

    # source: 04952-128 04952-207
    @failure
    場景: 匯入 .pfx 檔案，但未表明其中包含私密金鑰
      假如 第一部 Edge Server 已匯出內部憑證，並包含私密金鑰
      當 在第二部 Edge Server 上匯入先前匯出的檔案，但未輸入密碼
      那麼 操作遭到拒絕：password-required
      而且 沒有任何變更

  Rule: 匯入的內容可以刪除

    # source: 04952-206
    @rollback
    場景: 從「個人」存放區刪除憑證
      假如 每部 Edge Server 信任發行 CA
      而且 第一部 Edge Server 已建立憑證要求，且回應已帶回該伺服器
      而且 已在第一部 Edge Server 上匯入回應
      而且 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      當 操作人員輸入命令：
        """
        certutil -delstore My {certificate serial number}
        """
      那麼 第一部 Edge Server 的「個人」存放區未列出內部憑證
