# language: zh-TW
# source: 04952-246 04952-117
功能: 在集區的其他伺服器上匯入匯出的憑證
  文件要讀者參閱外部 Edge 介面的頁面；使用的是同一個精靈，但要勾選私密金鑰的核取方塊。

  Rule: 文件記載的步驟

    @procedure
    場景: 匯入包含私密金鑰的檔案
      假如 集區還有另一部 Edge Server
      而且 第一部 Edge Server 已匯出內部憑證，並包含私密金鑰
      # source: 04952-246
      當 操作人員以 Edge 系統管理員身分登入第二部 Edge Server
      # source: 04952-246
      而且 操作人員執行 "Deployment Wizard"
      # cannot be taken back: Step 3 keeps the name Run again once it has been run
      # source: 04952-246
      而且 操作人員在 "Deployment Wizard" 上按一下 "Run"
      # source: 04952-246
      而且 操作人員在 "Available Certificate Tasks" 上按一下 "Import a certificate from a .P7b, .pfx or .cer file"
      # source: 04952-207
      而且 操作人員在 "Import Certificate" 上設定下列項目：
        | File name                                          | {exported file} |
        | Certificate file contains certifcate’s private key | 勾選            |
        | Password                                           | {password}      |
        | Next                                               | 按下            |
      # cannot be taken back: the private key stays on the server when its certificate is deleted
      # source: 04952-246
      而且 操作人員依序完成下列項目：
        | 頁面                       | 控制項 | 值   |
        | Import Certificate Summary | Next   | 按下 |
        | Executing Commands         | Finish | 按下 |
      # source: 04952-246 04952-117
      而且 操作人員在其餘每部 Edge Server 上重複此程序
      # source: 04952-246
      那麼 每部 Edge Server 的內部憑證有私密金鑰

  Rule: 匯出的檔案要有密碼，而且要放在存取得到的位置，才能開啟

    背景:
      假如 一個位於負載平衡器後方、有 2 部 Edge Server 的集區

    # source: 04952-207
    @failure
    場景: 密碼錯誤
      假如 第一部 Edge Server 已匯出內部憑證，並包含私密金鑰
      當 在第二部 Edge Server 上匯入先前匯出的檔案，但密碼錯誤
      那麼 操作遭到拒絕：wrong-password
      而且 沒有任何變更

    # source: 04952-241
    # fails at: 04952-207
    @failure
    場景: 檔案放在另一部伺服器無法存取的位置
      假如 第一部 Edge Server 已匯出內部憑證，並存入檔案 "C:\certs\edge.pfx"
      而且 操作人員已以 Edge 系統管理員身分登入第二部 Edge Server
      當 操作人員匯入檔案 "C:\certs\edge.pfx"
      那麼 操作遭到拒絕：file-not-found
      而且 沒有任何變更

    # source: 04952-246
    # failure: F28
    @failure
    場景: 憑證匯出時沒有包含金鑰
      假如 第一部 Edge Server 已匯出內部憑證，但不含私密金鑰
      而且 已將檔案 "{certificate file}" 從第一部 Edge Server 帶到第二部 Edge Server
      而且 操作人員已以 Edge 系統管理員身分登入第二部 Edge Server
      當 操作人員匯入檔案 "{certificate file}"
      那麼 在第二部 Edge Server 上未列出內部憑證供指派：private-key-missing

    # source: 04952-241
    # fails at: 04952-207
    @failure
    場景大綱: 路徑「<path>」不存在
      假如 操作人員已以 Edge 系統管理員身分登入第二部 Edge Server
      當 操作人員匯入檔案 "<path>"
      那麼 操作遭到拒絕：<error>
      而且 沒有任何變更

      例子:
        | path                        | error                |
        | \\\\nowhere\\edge\\edge.pfx | ERROR_BAD_NETPATH    |
        | Q:\\edge.pfx                | ERROR_PATH_NOT_FOUND |

  Rule: 檔案帶來的內容可以刪除

    背景:
      假如 一個位於負載平衡器後方、有 2 部 Edge Server 的集區
      而且 第一部 Edge Server 已匯出內部憑證，並包含私密金鑰
      而且 已在第二部 Edge Server 上匯入先前匯出的檔案，並輸入正確的密碼
      而且 操作人員已以 Edge 系統管理員身分登入第二部 Edge Server

    # source: 04952-246
    @rollback
    場景: 在另一部伺服器上刪除憑證
      當 操作人員輸入命令：
        """
        certutil -delstore My {certificate serial number}
        """
      那麼 第二部 Edge Server 的「個人」存放區未列出內部憑證

    # source: 04952-246
    @rollback
    場景: 在另一部伺服器上刪除發行 CA 的憑證
      假如 發行 CA 位於根 CA 之下
      當 操作人員輸入命令：
        """
        certutil -delstore CA {issuing authority serial number}
        """
      那麼 在第二部 Edge Server 上未列出內部憑證供指派：chain-incomplete
