# language: zh-TW
# source: 04952-247
功能: 在每部 Edge Server 上指派內部憑證
  存放區中有憑證還不會有任何作用，必須在每部伺服器上將憑證指派給內部介面。

  Rule: 文件記載的步驟

    @procedure
    場景: 使用憑證精靈指派
      假如 每部 Edge Server 持有內部憑證
      而且 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      # source: 04952-248
      當 操作人員執行 "Deployment Wizard"
      # source: 04952-248
      而且 操作人員在 "Deployment Wizard" 上按一下 "Run again"
      # source: 04952-249
      而且 操作人員在 "Available Certificate Tasks" 上按一下 "Assign an existing certificate"
      # source: 04952-250
      而且 操作人員在 "Certificate Assignment" 上設定下列項目：
        | Certificate uses | Edge Internal |
        | Next             | 按下          |
      # source: 04952-251
      而且 操作人員在 "Certificate Store" 上設定下列項目：
        | Select a certificate from the local certificate store | {pool} |
        | Next                                                  | 按下   |
      # source: 04952-252
      而且 操作人員在 "Certificate Assignment Summary" 上按一下 "Next"
      # source: 04952-253
      而且 操作人員在 "wizard completion page" 上按一下 "Finish"
      # source: 04952-255
      而且 操作人員在其他每部 Edge Server 上重複此程序
      # source: 04952-254
      那麼 每部 Edge Server 的「個人」存放區列出內部憑證
      # source: 04952-255
      而且 每部 Edge Server 在內部介面上出示同一張憑證

  Rule: 只會列出可以使用的憑證

    # source: 04952-251
    @failure
    場景: 第一部伺服器刪除了自己的金鑰
      假如 一個位於負載平衡器後方、有 2 部 Edge Server 的集區
      而且 第一部 Edge Server 持有內部憑證，私密金鑰可匯出
      當 第一部 Edge Server 匯出內部憑證，並刪除私密金鑰
      那麼 在第一部 Edge Server 上未列出內部憑證供指派：private-key-missing

    # source: 04952-254
    @failure
    場景: 憑證已列出，但尚未指派
      假如 一個位於負載平衡器後方、有 2 部 Edge Server 的集區
      而且 第一部 Edge Server 已匯出內部憑證，並包含私密金鑰
      當 在第二部 Edge Server 上匯入先前匯出的檔案，並輸入正確的密碼
      那麼 每部 Edge Server 的「個人」存放區列出內部憑證
      而且 每部 Edge Server 在內部介面上未出示任何憑證

    # source: 04952-255
    @failure
    場景: 遺漏了一部伺服器
      假如 一個位於負載平衡器後方、有 3 部 Edge Server 的集區
      而且 每部 Edge Server 持有內部憑證
      當 在第一部與第二部 Edge Server 上指派內部憑證
      那麼 第三部 Edge Server 在內部介面上未出示任何憑證

  Rule: 所有必要的憑證都就緒後才會出現核取記號

    背景:
      假如 一個有 1 部 Edge Server 的集區
      而且 每部 Edge Server 持有內部憑證

    # source: 04952-178 04952-204
    @failure
    場景: 只指派了內部憑證
      當 在第一部 Edge Server 上指派內部憑證
      那麼 第一部 Edge Server 上部署精靈的步驟 3 顯示 "Run again"，且沒有核取記號

    # source: 04952-178 04952-204
    場景: 外部憑證也已指派
      假如 已在第一部 Edge Server 上指派外部憑證
      當 在第一部 Edge Server 上指派內部憑證
      那麼 第一部 Edge Server 上部署精靈的步驟 3 顯示 "Run again"，且有綠色核取記號

  Rule: 憑證可以從其用途中移除

    # source: 04952-252
    @rollback
    場景: 移除指派
      假如 每部 Edge Server 持有內部憑證
      而且 已在第一部 Edge Server 上指派內部憑證
      而且 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      當 操作人員輸入命令：
        """
        Remove-CsCertificate -Type Internal -Force
        """
      那麼 第一部 Edge Server 在內部介面上未出示任何憑證

    # source: 04952-252
    @rollback
    場景: 重新指派先前的憑證
      假如 集區已設定完成
      而且 集區已更新憑證，並使用另一個易記名稱
      而且 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      當 操作人員輸入命令：
        """
        Set-CsCertificate -Type Internal -Thumbprint {earlier thumbprint}
        """
      那麼 第一部 Edge Server 在內部介面上出示先前的憑證
