const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '`': '&#x60;',
  '=': '&#x3D;',
};

/** A text as HTML shows it, between tags and in attributes. The characters are those that Handlebars escapes. */
export function escapedText(text: string): string {
  return text.replace(/[&<>"'`=]/g, (character) => REFERENCES[character] ?? character);
}
