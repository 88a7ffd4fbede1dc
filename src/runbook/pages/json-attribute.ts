/**
 * JSON for an attribute in single quotes. Characters that could end the attribute or begin markup are escaped as JSON
 * does it, which is shorter than HTML's references: the text contains many double quotes.
 */
export function jsonAttribute(json: string): string {
  return json.replace(/[&<>'`]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
