/** What follows a parameter or an option whose value is a secret: quoted, or up to the next space. */
const SECRET = /(-(?:Password|CaPassword|p|String)[ :]+)(?!\()("(?:`.|[^"`])*"|'[^']*'|[^\s)]+)/gi;

/** A typed line as records and pages may show it: a password is bullets, whatever command it is typed in. */
export function withoutSecrets(line: string): string {
  return line
    .replace(SECRET, '$1********')
    .replace(/(ConvertTo-SecureString +)(?!-)("[^"]*"|'[^']*'|\S+)/gi, '$1********');
}
