# language: zh-TW
# source: 04952-140
功能: 使用憑證嵌入式管理單元匯出憑證鏈結
  無法使用網站時，網域中任何一部成員電腦的存放區裡都有 CA 的憑證，可以從中匯出。

  Rule: 文件記載的步驟

    @procedure
    場景: 匯出根憑證及其憑證路徑
      # source: 04952-141
      當 操作人員以 Lync 系統管理員身分登入內部伺服器
      # source: 04952-142
      而且 操作人員執行 "MMC"
      # source: 04952-143
      而且 操作人員在 "Console1" 上設定下列項目：
        | File       | 按下 |
        | Add/Remove | 按下 |
      # source: 04952-144 04952-145 04952-146 04952-147 04952-148
      而且 操作人員依序完成下列項目：
        | 頁面                   | 控制項             | 值           |
        | Add or Remove Snap-ins | Available snap-ins | Certificates |
        | Add or Remove Snap-ins | Add                | 按下         |
        | Certificates snap-in   | Computer account   | 選取         |
        | Certificates snap-in   | Next               | 按下         |
        | Select Computer        | Local computer     | 選取         |
        | Select Computer        | Finish             | 按下         |
        | Add or Remove Snap-ins | OK                 | 按下         |
      # source: 04952-149 04952-150
      而且 操作人員在 "Console1" 上設定下列項目：
        | Console Root | Certificates (Local Computer)                         |
        | Console Root | Trusted Root Certification Authorities > Certificates |
      # source: 04952-151 04952-152 04952-153
      而且 操作人員在 "Console1" 上設定下列項目：
        | Certificates | {root authority} |
        | All Tasks    | 按下             |
        | Export       | 按下             |
      # source: 04952-154
      而且 操作人員在 "Certificate Export Wizard" 上按一下 "Next"
      # source: 04952-155 04952-156 04952-157 04952-158
      而且 操作人員在 "Export File Format" 上設定下列項目：
        | Cryptographic Message Syntax Standard – PKCS #7 Certificates (.P7B) | 選取 |
        | Include all certificates in the certification path if possible      | 勾選 |
        | Next                                                                | 按下 |
      # source: 04952-159 04952-160 04952-161 04952-162
      而且 操作人員依序完成下列項目：
        | 頁面           | 控制項    | 值           |
        | File to Export | Browse    | 按下         |
        | Save As        | File name | {chain file} |
        | Save As        | Save      | 按下         |
        | File to Export | Next      | 按下         |
      # source: 04952-163 04952-164
      而且 操作人員依序完成下列項目：
        | 頁面                                     | 控制項 | 值   |
        | Completing the Certificate Export Wizard | Finish | 按下 |
        | The export was successful.               | OK     | 按下 |
      # source: 04952-157
      那麼 內部伺服器上的檔案 "{chain file}" 含有 "{root authority}" 的憑證

  Rule: 嵌入式管理單元只顯示帳戶有權檢視的內容

    # source: 04952-145
    @failure
    場景: 一般使用者看不到「電腦帳戶」選項
      假如 操作人員已以一般使用者身分登入內部伺服器
      當 操作人員開啟電腦的憑證
      那麼 操作遭到拒絕：not-available
      而且 沒有任何變更

  Rule: 檔案包含的是所匯出憑證的憑證路徑

    # source: 04952-157
    場景: 匯出發行 CA 的憑證可得到完整的憑證路徑
      假如 操作人員已以 Lync 系統管理員身分登入內部伺服器
      當 操作人員匯出發行 CA 的憑證及其憑證路徑
      那麼 內部伺服器上的檔案 "{chain file}" 含有發行 CA 的憑證路徑
