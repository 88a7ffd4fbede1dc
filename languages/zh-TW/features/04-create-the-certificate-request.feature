# language: zh-TW
# source: 04952-175
功能: 建立憑證要求
  由集區中的一部 Edge Server 產生私密金鑰並要求憑證。憑證的名稱就是集區的名稱，由精靈從拓撲取得；私密金鑰日後能否離開這部伺服器，也在此時決定。

  Rule: 文件記載的步驟

    @procedure
    場景: 使用憑證精靈建立憑證要求
      假如 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      # source: 04952-176 04952-177
      當 操作人員執行 "Deployment Wizard"
      # cannot be taken back: Step 3 keeps the name Run again once it has been run
      # source: 04952-176
      而且 操作人員在 "Deployment Wizard" 上按一下 "Run"
      # source: 04952-179
      而且 操作人員在 "Available Certificate Tasks" 上按一下 "Create a new certificate request"
      # source: 04952-180
      而且 操作人員在 "Certificate Request" 上按一下 "Next"
      # source: 04952-181
      而且 操作人員在 "Delayed or Immediate Requests" 上設定下列項目：
        | Prepare the request now, but send it later | 選取 |
        | Next                                       | 按下 |
      # source: 04952-182
      而且 操作人員在 "Certificate Request File" 上設定下列項目：
        | File name | {request file} |
        | Next      | 按下           |
      # source: 04952-183
      而且 操作人員在 "Specify Alternate Certificate Template" 上設定下列項目：
        | Use alternative certificate template for the selected Certificate Authority | 不勾選 |
        | Next                                                                        | 按下   |
      # source: 04952-184 04952-185 04952-186 04952-188
      而且 操作人員在 "Name and Security Settings" 上設定下列項目：
        | Friendly name                              | {friendly name} |
        | Bit length                                 | {bit length}    |
        | Mark certificate private key as exportable | 勾選            |
        | Next                                       | 按下            |
      # source: 04952-189
      而且 操作人員在 "Organization Information" 上設定下列項目：
        | Organization             | {organization}        |
        | Organizational unit (OU) | {organizational unit} |
        | Next                     | 按下                  |
      # source: 04952-190
      而且 操作人員在 "Geographical Information" 上設定下列項目：
        | Country/Region | {country} |
        | State/Province | {state}   |
        | City/Locality  | {city}    |
        | Next           | 按下      |
      # source: 04952-191
      而且 操作人員在 "Subject Name/Subject Alternate Names" 上確認下列內容後繼續：
        | Subject name              | {pool} |
        | Subject alternative names | （無） |
      # source: 04952-192
      而且 操作人員在 "Configure Additional Subject Alternate Names" 上按一下 "Next"
      # cannot be taken back: the private key stays on the server when the pending request is deleted
      # source: 04952-193
      而且 操作人員在 "Request Summary" 上按一下 "Next"
      # source: 04952-194 04952-195 04952-196
      而且 操作人員依序完成下列項目：
        | 頁面               | 控制項   | 值   |
        | Executing Commands | View Log | 按下 |
        | Log                | Close    | 按下 |
        | Executing Commands | Next     | 按下 |
      # source: 04952-197 04952-198 04952-199
      而且 操作人員依序完成下列項目：
        | 頁面                     | 控制項 | 值   |
        | Certificate Request File | View   | 按下 |
        | Notepad                  | Close  | 按下 |
        | Certificate Request File | Finish | 按下 |
      # source: 04952-178
      那麼 第一部 Edge Server 上部署精靈的步驟 3 顯示 "Run again"，且沒有核取記號
      # source: 04952-175
      而且 第一部 Edge Server 上的檔案 "{request file}" 含有針對 "{pool}" 的憑證要求

  Rule: 憑證要求所對應的金鑰留在建立要求的伺服器上

    # source: 04952-177
    場景: 集區中任何一部伺服器都可以建立要求
      假如 一個位於負載平衡器後方、有 3 部 Edge Server 的集區
      而且 操作人員已以 Edge 系統管理員身分登入第二部 Edge Server
      當 操作人員建立憑證要求，金鑰標示為可匯出
      那麼 只有第二部 Edge Server 持有該憑證要求的私密金鑰

    # source: 04952-182
    # fails at: 04952-192
    @failure
    場景: 要求檔案的資料夾不存在
      假如 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      當 操作人員建立憑證要求，並存入檔案 "C:\no-such-folder\edge.req"
      那麼 操作遭到拒絕：path-not-found
      而且 沒有任何變更

  Rule: 在精靈中輸入的內容會寫入憑證要求

    # source: 04952-186 04952-187
    場景大綱: 長度 <bits> 位元的金鑰
      假如 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      當 操作人員建立憑證要求，金鑰長度為 <bits> 位元
      那麼 第一部 Edge Server 上的憑證要求內容為：
        | 金鑰長度 | <bits> |

      例子:
        | bits |
        | 1024 |
        | 4096 |

    # source: 04952-175
    場景: 憑證的使用目的
      假如 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      當 操作人員建立憑證要求，金鑰標示為可匯出
      那麼 第一部 Edge Server 上的憑證要求內容為：
        | 用途 | digitalSignature, keyEncipherment, serverAuth |

    # source: 04952-183
    場景: 使用其他範本
      假如 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      當 操作人員建立憑證要求，並使用替代範本 "WebServerManual"
      那麼 第一部 Edge Server 上的憑證要求內容為：
        | 範本 | WebServerManual |

    # source: 04952-192
    場景: 其他名稱
      假如 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      當 操作人員建立憑證要求，並加上其他名稱 "edge-internal.example.net"
      那麼 第一部 Edge Server 上的憑證要求內容為：
        | 名稱 | {pool}, edge-internal.example.net |

    # source: 04952-188
    @failure
    場景: 金鑰未標示為可匯出
      假如 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      當 操作人員建立憑證要求，金鑰未標示為可匯出
      那麼 第一部 Edge Server 上的憑證要求內容為：
        | 私密金鑰 | 不可匯出 |

  Rule: 擱置中的憑證要求可以收回

    背景:
      假如 第一部 Edge Server 已建立憑證要求，且已帶到內部伺服器
      而且 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server

    # source: 04952-193
    @rollback
    場景: 刪除擱置中的憑證要求
      當 操作人員輸入命令：
        """
        certutil -delstore REQUEST {request serial number}
        """
      那麼 第一部 Edge Server 上沒有擱置中的憑證要求

    # source: 04952-193
    @rollback
    場景: 刪除憑證要求的檔案
      當 操作人員輸入命令：
        """
        del "{request file}"
        """
      那麼 第一部 Edge Server 上沒有檔案 "{request file}"
