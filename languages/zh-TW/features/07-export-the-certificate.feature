# language: zh-TW
# source: 04952-208
功能: 匯出憑證及其私密金鑰
  集區中的伺服器出示同一張憑證，因此私密金鑰必須放在以密碼保護的檔案中，從第一部伺服器帶到其他伺服器。

  Rule: 文件記載的步驟

    @procedure
    場景: 使用憑證匯出精靈匯出
      假如 第一部 Edge Server 持有內部憑證，私密金鑰可匯出
      而且 卸除式媒體（如有使用）已插入第一部 Edge Server
      # source: 04952-209
      當 操作人員以 Edge 系統管理員身分登入第一部 Edge Server
      # source: 04952-210
      而且 操作人員執行 "MMC"
      # source: 04952-211
      而且 操作人員在 "Console1" 上設定下列項目：
        | File               | 按下 |
        | Add/Remove Snap-in | 按下 |
      # source: 04952-212
      而且 操作人員在 "Add or Remove Snap-ins" 上設定下列項目：
        | Available snap-ins | Certificates |
        | Add                | 按下         |
      # source: 04952-213 04952-214 04952-215 04952-216 04952-217
      而且 操作人員依序完成下列項目：
        | 頁面                   | 控制項                                                    | 值   |
        | Certificates snap-in   | Computer account                                          | 選取 |
        | Certificates snap-in   | Next                                                      | 按下 |
        | Select Computer        | Local computer: (the computer this console is running on) | 選取 |
        | Select Computer        | Finish                                                    | 按下 |
        | Add or Remove Snap-ins | OK                                                        | 按下 |
      # source: 04952-218 04952-219
      而且 操作人員在 "Console1" 上設定下列項目：
        | Console Root | Certificates (Local Computer) |
        | Console Root | Personal                      |
        | Console Root | Personal > Certificates       |
      # source: 04952-223 04952-224
      而且 操作人員在 "Console1" 上設定下列項目：
        | Certificates | {pool} |
        | All Tasks    | 按下   |
        | Export       | 按下   |
      # source: 04952-225 04952-226 04952-227
      而且 操作人員依序完成下列項目：
        | 頁面                      | 控制項                      | 值   |
        | Certificate Export Wizard | Next                        | 按下 |
        | Export Private Key        | Yes, export the private key | 選取 |
        | Export Private Key        | Next                        | 按下 |
      # source: 04952-231 04952-232 04952-233 04952-234 04952-236
      而且 操作人員在 "Export File Formats" 上設定下列項目：
        | Personal Information Exchange – PKCS#12 (.PFX)                 | 選取   |
        | Include all certificates in the certification path if possible | 勾選   |
        | Export all extended properties                                 | 勾選   |
        | Delete the private key if the export is successful             | 不勾選 |
        | Next                                                           | 按下   |
      # source: 04952-237 04952-238 04952-239
      而且 操作人員在 "Password" 上設定下列項目：
        | Password         | {password} |
        | Confirm password | {password} |
        | Next             | 按下       |
      # source: 04952-240 04952-241 04952-242
      而且 操作人員在 "File to Export" 上設定下列項目：
        | File name | {exported file} |
        | Next      | 按下            |
      # source: 04952-243 04952-244
      而且 操作人員在 "Completing the Certificate Export Wizard" 上按一下 "Finish"
      # source: 04952-245
      而且 操作人員在 "The export was successful." 上按一下 "OK"
      # source: 04952-208
      那麼 第一部 Edge Server 上的檔案 "{exported file}" 含有私密金鑰與憑證路徑

  Rule: 私密金鑰必須標示為可匯出，才能離開伺服器

    # source: 04952-228 04952-229 04952-230
    @failure
    場景: 金鑰不可匯出
      假如 第一部 Edge Server 持有內部憑證，私密金鑰不可匯出
      當 系統管理員在第一部 Edge Server 上開始匯出內部憑證
      那麼 精靈未提供匯出私密金鑰的選項

    # source: 04952-229
    場景: 解決方法是以可匯出的金鑰重新要求憑證
      假如 第一部 Edge Server 持有內部憑證，私密金鑰不可匯出
      而且 操作人員已以 Edge 系統管理員身分登入第一部 Edge Server
      當 操作人員建立憑證要求，金鑰標示為可匯出
      那麼 第一部 Edge Server 上的憑證要求內容為：
        | 私密金鑰 | 可匯出 |

  Rule: 沒有私密金鑰的憑證無法連同私密金鑰匯出

    # source: 04952-220 04952-221 04952-222
    # fails at: 04952-223
    @failure
    場景: 從未匯入回應
      假如 第一部 Edge Server 已建立憑證要求，且已帶到內部伺服器
      當 系統管理員在第一部 Edge Server 上開始匯出內部憑證
      那麼 操作遭到拒絕：not-offered
      而且 沒有任何變更

    # source: 04952-220
    @failure
    場景: 憑證沒有附帶金鑰
      假如 一個位於負載平衡器後方、有 2 部 Edge Server 的集區
      而且 第一部 Edge Server 已建立憑證要求，且回應已帶回該伺服器
      而且 已將檔案 "{response file}" 從第一部 Edge Server 帶到第二部 Edge Server
      而且 已在第二部 Edge Server 上匯入回應
      當 系統管理員在第二部 Edge Server 上開始匯出內部憑證
      那麼 精靈未提供匯出私密金鑰的選項

  Rule: 匯出選項決定留下什麼，也決定帶走什麼

    背景:
      假如 一個位於負載平衡器後方、有 2 部 Edge Server 的集區
      而且 第一部 Edge Server 持有內部憑證，私密金鑰可匯出

    # source: 04952-234 04952-235
    @failure
    場景: 匯出後刪除金鑰
      當 第一部 Edge Server 匯出內部憑證，並刪除私密金鑰
      那麼 第一部 Edge Server 的內部憑證沒有私密金鑰

    # source: 04952-235
    場景: 匯出的檔案可以還原已刪除的金鑰
      假如 第一部 Edge Server 已匯出內部憑證，並已刪除私密金鑰
      當 在第一部 Edge Server 上匯入先前匯出的檔案，並輸入正確的密碼
      那麼 第一部 Edge Server 的內部憑證有私密金鑰

    # source: 04952-237 04952-238
    @failure
    場景: 兩次輸入的密碼不同
      當 第一部 Edge Server 匯出內部憑證，但兩次輸入的密碼不同
      那麼 操作遭到拒絕：passwords-differ
      而且 沒有任何變更

    # source: 04952-240
    @failure
    場景: 資料夾不存在
      當 第一部 Edge Server 匯出內部憑證，並存入檔案 "C:\no-such-folder\edge.pfx"
      那麼 操作遭到拒絕：path-not-found
      而且 沒有任何變更

    # source: 04952-240
    @failure
    場景大綱: 「<file name>」不是完整路徑
      當 第一部 Edge Server 匯出內部憑證，並存入檔案 "<file name>"
      那麼 操作遭到拒絕：ERROR_INVALID_NAME
      而且 沒有任何變更

      例子:
        | file name      |
        |                |
        | edge.pfx       |
        | C:\\edge?.pfx  |
        | C:\\\\edge.pfx |

  Rule: 匯出的檔案可以收回

    # source: 04952-243
    @rollback
    場景: 刪除匯出的檔案
      假如 第一部 Edge Server 已匯出內部憑證，並包含私密金鑰
      當 刪除匯出的檔案
      那麼 第一部 Edge Server 的內部憑證有私密金鑰
