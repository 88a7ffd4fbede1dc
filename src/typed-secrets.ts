/** What follows a parameter or an option whose value is a secret: quoted, or up to the next space. */
const SECRETS = [
  /(-(?:Password|CaPassword|p|String)[ :]+)(?!\()("(?:`.|[^"`])*"|'[^']*'|[^\s)]+)/gi,
  /(ConvertTo-SecureString +)(?!-)("[^"]*"|'[^']*'|\S+)/gi,
];

/**
 * A typed line as records and pages may show it: a password is bullets, whatever command it is typed in. `isSecret`
 * decides about a value without its quotes; by default each one is secret.
 */
export function withoutSecrets(line: string, isSecret: (value: string) => boolean = () => true): string {
  return SECRETS.reduce(
    (text, pattern) =>
      text.replace(pattern, (whole: string, before: string, value: string) =>
        isSecret(value.replace(/^(["'])(.*)\1$/, '$2')) ? `${before}********` : whole,
      ),
    line,
  );
}

/** A typed password as pictures and records may show it: bullets, whatever its length. */
export function masked(secret: string): string {
  return '•'.repeat(secret.length === 0 ? 0 : 8);
}
