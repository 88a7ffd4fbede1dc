import { parse } from 'node-html-parser';

/** The commands that pages print for copying, and those that sentences mention. */

/** Each text of a page that can be copied and is typed on a server: neither PEM nor a command of this package. */
export function commandsOn(html: string): readonly string[] {
  return parse(html, { blockTextElements: { script: true, style: true } })
    .querySelectorAll('pre.copyable')
    .map((command) => {
      for (const value of command.querySelectorAll('.placeholder'))
        value.textContent = value.getAttribute('data-rehearsed') ?? '';
      return command.text.trim();
    })
    .filter((text) => !text.startsWith('-----BEGIN') && !text.startsWith('rehearse '));
}

/** The cmdlets and the verbs of certutil and certreq that a text mentions: `Get-CsCertificate`, `certutil -store`. */
export function mentionedIn(text: string): readonly string[] {
  const cmdlets = text.match(/\b[A-Z][a-z]+-(?:Cs[A-Z]\w+|Item|ChildItem|PfxCertificate|Certificate)\b/g) ?? [];
  const verbs = text.match(/\b(?:certutil|certreq)(?: -(?:v|f|user|p|csp)\b(?: "[^"]*")?)* -[a-z]{4,}/gi) ?? [];
  return [...new Set([...cmdlets, ...verbs])];
}
