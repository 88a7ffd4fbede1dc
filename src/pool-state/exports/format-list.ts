/** A record: the value of each property. */
export type ListedObject = ReadonlyMap<string, string>;

const PROPERTY = /^([A-Za-z]\w*)( *): ?(.*)$/;

/**
 * The records in the output of `Format-List` of PowerShell: lines `Name : value`, with blank lines between records. A long
 * value continues in lines that begin below it.
 */
export function listedObjects(lines: readonly string[]): readonly ListedObject[] {
  const records: Map<string, string>[] = [];
  let record: Map<string, string> | undefined;
  let last: { readonly name: string; readonly indent: number } | undefined;
  for (const line of lines) {
    const found = PROPERTY.exec(line);
    if (line.trim() === '') {
      record = undefined;
      last = undefined;
    } else if (found) {
      const [whole, name = '', , value = ''] = found;
      if (!record || record.has(name)) {
        record = new Map();
        records.push(record);
      }
      record.set(name, value.trimEnd());
      last = { name, indent: whole.length - value.length };
    } else if (record && last && line.slice(0, last.indent).trim() === '') {
      record.set(last.name, `${record.get(last.name) ?? ''} ${line.trim()}`.trim());
    } else {
      record = undefined;
      last = undefined;
    }
  }
  return records;
}
