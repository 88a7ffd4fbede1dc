/**
 * Words that the search treats as equal, in all languages together: a query in one language, or with a term of another
 * place, finds texts of every language. Each group is in the form in which the search compares texts: small letters.
 */
export const SYNONYMS: readonly (readonly string[])[] = [
  ['private key', '私密金鑰', '私鑰', '私钥', '私人金鑰', '密鑰'],
  ['rollback', 'undo', 'revert', 'take back', '回復', '還原', '復原', '回滾'],
  ['password', 'passphrase', '密碼', '密码', '口令'],
  ['chain', 'certification path', '憑證鏈結', '憑證鏈', '憑證路徑', '證書鏈'],
  ['certificate', 'cert', '憑證', '證書', '证书'],
  ['thumbprint', 'fingerprint', '指紋', '指纹'],
  ['pfx', 'pkcs #12', 'p12', 'key file', '金鑰檔案'],
  ['csr', 'certificate request', '憑證要求', '憑證請求', '證書請求'],
  ['export', '匯出', '導出', '导出'],
  ['import', '匯入', '導入', '导入'],
  ['assign', 'bind', '指派', '綁定', '指定'],
  ['expired', 'expires', 'out of date', '到期', '過期', '过期'],
  ['revoked', 'revocation', 'crl', '撤銷', '吊銷', '吊销'],
  ['trusted', 'trust', '信任', '受信任'],
  ['root', '根憑證', '根授權單位'],
  ['template', '範本', '模板'],
  ['denied', 'rejected', 'refused', '拒絕', '拒绝'],
  ['permission', 'rights', 'access denied', '權限', '许可权', '許可權'],
  ['server', '伺服器', '服務器', '服务器'],
  ['pool', '集區', '伺服器池'],
  ['replication', '複寫', '復寫', '同步'],
  ['delete', 'remove', '刪除', '移除'],
  ['download', '下載', '下载'],
  ['clock', 'time', '時鐘', '時間'],
  ['firewall', '防火牆', '防火墙'],
];
