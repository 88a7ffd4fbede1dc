# language: zh-TW
# source: 04952-129
功能: 從憑證授權單位的網站下載憑證鏈結
  Edge Server 必須知道憑證路徑，而且路徑要一直通到它所信任的根憑證，才能使用憑證。因此要有人在連得到憑證授權單位 (CA) 網站的內部伺服器上取得憑證路徑，再帶到 Edge Server。

  Rule: 文件記載的步驟

    @procedure
    場景: 使用 certsrv 下載憑證鏈結
      # source: 04952-130
      當 操作人員以 Lync 系統管理員身分登入內部伺服器
      # source: 04952-131 04952-132
      而且 操作人員執行 "{certsrv address}"
      # source: 04952-134
      而且 操作人員在 "Select a task" 上按一下 "Download a CA certificate, certificate chain, or CRL"
      # source: 04952-135
      而且 操作人員在 "Download a CA Certificate, Certificate Chain, or CRL" 上按一下 "Download CA certificate chain"
      # source: 04952-136
      而且 操作人員在 "File Download" 上按一下 "Save"
      # source: 04952-137
      而且 操作人員在 "Save As" 上設定下列項目：
        | File name | {chain file} |
        | Save      | 按下         |
      # source: 04952-137
      而且 將檔案 "{chain file}" 從內部伺服器帶到每部 Edge Server
      # source: 04952-138 04952-139
      那麼 每部 Edge Server 上的檔案 "{chain file}" 含有發行 CA 的憑證路徑

  Rule: 網站要透過 https 從內部網路存取

    # source: 04952-133
    @failure
    場景: 使用 http 而不是 https
      假如 發行 CA 的網站要求使用 https
      而且 操作人員已以 Lync 系統管理員身分登入內部伺服器
      當 操作人員透過 http 下載憑證鏈結
      那麼 操作遭到拒絕：https-required
      而且 沒有任何變更

    # source: 04952-130
    @failure
    場景: 在 Edge Server 上嘗試下載
      假如 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      當 操作人員透過 https 下載憑證鏈結
      那麼 操作遭到拒絕：web-server-not-found
      而且 沒有任何變更

  Rule: 檔案包含完整的憑證路徑

    # source: 04952-138
    場景: 憑證路徑以根憑證結束
      假如 操作人員已以 Lync 系統管理員身分登入內部伺服器
      當 操作人員透過 https 下載憑證鏈結
      那麼 內部伺服器上的檔案 "{chain file}" 含有發行 CA 的憑證路徑

  Rule: 憑證鏈結的檔案可以收回

    # source: 04952-137
    @rollback
    場景: 刪除憑證鏈結的檔案
      假如 發行 CA 的憑證路徑位於內部伺服器上的檔案 "{chain file}"
      而且 操作人員已以 Lync 系統管理員身分登入內部伺服器
      當 操作人員輸入命令：
        """
        del "{chain file}"
        """
      那麼 內部伺服器上沒有檔案 "{chain file}"
