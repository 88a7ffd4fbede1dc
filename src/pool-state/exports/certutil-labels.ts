/**
 * What certutil prints, in English and in the Chinese of Taiwan. Where a line has a part that no language changes, such as
 * an object identifier or a number, that part is read.
 */

/** The separator before a certificate, with its number in the store. */
export const SEPARATOR = /^={4,} (?:Certificate|憑證) (\d+) ={4,}$/;
/** The name and the title of a store, above its certificates. */
export const STORE_HEADER = /^(My|Root|CA|Request)(?: +"[^"]*")?$/i;
export const SUCCESS = /^CertUtil: -(?:verify)?store\b.*(?:completed successfully|成功完成)/i;
/** A command that was copied with its output. */
export const COMMAND = /^(?:.*>)?\s*certutil(?:\.exe)?\s+(.*-(?:verify)?store\b.*)$/i;

/** Labels of lines with a value; the value is behind `:` or `=`. */
export const LABELS = {
  serialNumber: ['Serial Number', '序號'],
  issuer: ['Issuer', '簽發者', '發行者'],
  notBefore: ['NotBefore'],
  notAfter: ['NotAfter'],
  subject: ['Subject', '主體', '主旨'],
  thumbprint: ['Cert Hash(sha1)', '憑證雜湊(sha1)', 'Cert 雜湊(sha1)'],
  publicKeyId: ['Key Id Hash(rfc-sha1)', '金鑰識別碼雜湊(rfc-sha1)', 'Key Id 雜湊(rfc-sha1)'],
  keyBits: ['Public Key Length', '公開金鑰長度', '公用金鑰長度'],
  container: ['Key Container', '金鑰容器'],
  provider: ['Provider', '提供者'],
  flags: ['Flags', '旗標'],
} as const;

export type PrintedLabel = keyof typeof LABELS;

const BY_LABEL: ReadonlyMap<string, PrintedLabel> = new Map(
  Object.entries(LABELS).flatMap(([key, texts]) => (isLabel(key) ? texts.map((text) => [text, key] as const) : [])),
);

function isLabel(key: string): key is PrintedLabel {
  return Object.hasOwn(LABELS, key);
}

/** The label and the value of a line; undefined for any other line. */
export function labelled(line: string): readonly [label: PrintedLabel, value: string] | undefined {
  const found = /^([^:=：]+?)\s*[:=：]\s*(.*)$/.exec(line);
  const label = BY_LABEL.get(found?.[1] ?? '');
  return label && [label, found?.[2] ?? ''];
}

/** Lines without a value, by what they say. */
export const LINES = {
  notRoot: /^(?:Non-root Certificate|不是根憑證|非根憑證)/,
  root: /^(?:Root Certificate|根憑證)\s*[:：]/,
  notExportable: /NOT (?:plain ?text )?exportable|(?:不可|無法|不能)(?:以純文字)?匯出/i,
  testPassed: /(?:Encryption|Signature) test passed|(?:加密|簽章)測試(?:通過|成功)/i,
  missingKey: /Missing stored keyset|(?:遺漏|遺失|缺少|找不到).*金鑰/i,
  otherKey: /public key does NOT match|private key does NOT match|公開金鑰.*不(?:相)?符/i,
} as const;
