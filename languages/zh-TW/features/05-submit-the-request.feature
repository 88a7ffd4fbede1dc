# language: zh-TW
# source: 04952-200
功能: 將憑證要求送交 CA
  文件沒有說明憑證要求如何送到 CA。常用的方法有兩種：使用 CA 的網站，或使用 certreq 命令；兩者都在內部伺服器上進行。

  Rule: 使用網站

    @procedure
    場景: 使用 certsrv 送出憑證要求
      假如 第一部 Edge Server 已建立憑證要求，且已帶到內部伺服器
      # source: 04952-200
      當 操作人員以 Lync 系統管理員身分登入內部伺服器
      # source: 04952-200
      而且 操作人員執行 "{certsrv address}"
      # source: 04952-200
      而且 操作人員依序完成下列項目：
        | 頁面                         | 控制項                                                                                                                                             | 值   |
        | Select a task                | Request a certificate                                                                                                                              | 按下 |
        | Request a Certificate        | advanced certificate request                                                                                                                       | 按下 |
        | Advanced Certificate Request | Submit a certificate request by using a base-64-encoded CMC or PKCS #10 file, or submit a renewal request by using a base-64-encoded PKCS #7 file. | 按下 |
      # source: 04952-200
      而且 操作人員將 "{request file}" 的內容貼到 "Base-64-encoded certificate request (CMC or PKCS #10 or PKCS #7)"
      # source: 04952-200 04952-105
      而且 操作人員選取範本 "{template}"（如 CA 使用範本）
      # cannot be taken back: the authority keeps what it has issued and can only revoke it
      # source: 04952-200
      而且 操作人員在 "Submit a Certificate Request or Renewal Request" 上按一下 "Submit >"
      # source: 04952-200
      而且 如憑證要求處於擱置狀態，由憑證管理員發行
      # source: 04952-200
      而且 操作人員在 "Certificate Issued" 上按一下 "Download certificate (Base 64)"
      # source: 04952-200
      而且 操作人員依序完成下列項目：
        | 頁面          | 控制項    | 值              |
        | File Download | Save      | 按下            |
        | Save As       | File name | {response file} |
        | Save As       | Save      | 按下            |
      # source: 04952-200
      而且 將檔案 "{response file}" 從內部伺服器帶到第一部 Edge Server
      # source: 04952-200
      那麼 第一部 Edge Server 上的檔案 "{response file}" 含有發給 "{pool}" 的憑證

  Rule: 使用 certreq

    @procedure
    場景: 使用 certreq 送出憑證要求
      假如 第一部 Edge Server 已建立憑證要求，且已帶到內部伺服器
      # source: 04952-200
      當 操作人員以 Lync 系統管理員身分登入內部伺服器
      # cannot be taken back: the authority keeps what it has issued and can only revoke it
      # source: 04952-200 04952-105
      而且 操作人員輸入命令：
        """
        certreq -submit -config "{authority configuration}" -attrib "CertificateTemplate:{template}" "{request file}" "{response file}"
        """
      # source: 04952-200
      而且 如憑證要求處於擱置狀態，由憑證管理員發行
      # source: 04952-200
      而且 將檔案 "{response file}" 從內部伺服器帶到第一部 Edge Server
      # source: 04952-200
      那麼 第一部 Edge Server 上的檔案 "{response file}" 含有發給 "{pool}" 的憑證

  Rule: 帳戶要通過兩道權限才能取得憑證

    背景:
      假如 第一部 Edge Server 已建立憑證要求，且已帶到內部伺服器
      而且 操作人員已以 Lync 系統管理員身分登入內部伺服器

    # source: 04952-104 04952-106
    # failure: F13
    @failure
    場景: RTCUniversalServerAdmins 群組沒有註冊權限
      假如 只有 "Enterprise Admins" 可以註冊範本 "{template}"
      當 操作人員送出憑證要求，並指定其範本
      那麼 憑證要求的狀態為已拒絕：CERTSRV_E_TEMPLATE_DENIED

    # source: 04952-106
    場景: RTCUniversalServerAdmins 群組具有註冊權限
      假如 只有 "RTCUniversalServerAdmins" 可以註冊範本 "{template}"
      當 操作人員送出憑證要求，並指定其範本
      那麼 憑證要求的狀態為已發行

    # source: 04952-122
    # failure: F14
    @failure
    場景: 已驗證的使用者被取消要求憑證的權限
      假如 只有 "Enterprise Admins" 可以向發行 CA 要求憑證
      當 操作人員送出憑證要求，並指定其範本
      那麼 操作遭到拒絕：CERTSRV_E_ENROLL_DENIED
      而且 沒有任何變更

    # source: 04952-105
    @failure
    場景: 未指定範本
      假如 發行 CA 使用憑證範本
      當 操作人員送出憑證要求，但未指定範本
      那麼 憑證要求的狀態為已拒絕：CERTSRV_E_NO_CERT_TYPE

    # source: 04952-122 04952-106
    @failure
    場景: 要求憑證的權限不包含註冊權限
      假如 操作人員已以一般使用者身分登入內部伺服器
      而且 只有 "RTCUniversalServerAdmins" 可以註冊範本 "{template}"
      當 操作人員送出憑證要求，並指定其範本
      那麼 憑證要求的狀態為已拒絕：CERTSRV_E_TEMPLATE_DENIED

  Rule: 憑證要求可能必須等候

    # source: 04952-200
    場景: 必須由憑證管理員核准
      假如 第一部 Edge Server 已建立憑證要求，且已帶到內部伺服器
      而且 操作人員已以 Lync 系統管理員身分登入內部伺服器
      而且 發行 CA 將憑證要求留待憑證管理員核准
      當 操作人員送出憑證要求，並指定其範本
      那麼 憑證要求的狀態為擱置中

  Rule: CA 以精靈可以讀取的檔案答覆

    # source: 04952-127
    場景: 公用 CA 以 .p7b 檔案答覆
      假如 第一部 Edge Server 已建立憑證要求，且已帶到內部伺服器
      當 將憑證要求傳送給公用 CA
      那麼 內部伺服器上的檔案 "{response file}" 含有發給 "{pool}" 的憑證及其憑證路徑

  Rule: 已發行的憑證可以撤銷

    背景:
      假如 第一部 Edge Server 已建立憑證要求，且回應已帶回該伺服器

    # source: 04952-200
    @rollback
    場景: 撤銷憑證
      當 憑證管理員撤銷內部憑證
      那麼 憑證要求的狀態為已撤銷

    # source: 04952-200
    @rollback
    場景: 刪除回應的檔案
      假如 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      當 操作人員輸入命令：
        """
        del "{response file}"
        """
      那麼 第一部 Edge Server 上沒有檔案 "{response file}"
