/** A GeneralName (RFC 5280 §4.2.1.6) by its kind. `directory` is a distinguished name, `other` an object identifier. */
export interface GeneralName {
  readonly kind: (typeof KINDS)[number];
  readonly value: string;
}

const KINDS = ['dns', 'ip', 'email', 'uri', 'upn', 'directory', 'other'] as const;
const MARKED = new RegExp(`^(${KINDS.join('|')}):`);

/**
 * The name as text: `ip:10.0.0.1`, `email:a@b.c`, and a DNS name without a mark. A DNS name that looks like another kind
 * keeps its mark (`dns:ip:10.0.0.1`), so two different names never have the same text.
 */
export function generalNameText({ kind, value }: GeneralName): string {
  return kind === 'dns' && !MARKED.test(value) ? value : `${kind}:${value}`;
}

/** Reads a name from its text: `ip:10.0.0.1` is an address, and a text without a prefix is a DNS name. */
export function generalNameOf(text: string): GeneralName {
  const mark = MARKED.exec(text)?.[1];
  const kind = KINDS.find((one) => one === mark);
  return kind ? { kind, value: text.slice(kind.length + 1) } : { kind: 'dns', value: text };
}
