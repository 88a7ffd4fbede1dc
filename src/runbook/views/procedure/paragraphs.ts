/**
 * The paragraphs of a description: lines that were wrapped for the file become one line again, without a space
 * between Chinese characters; lines of a list stay lines.
 */
export function paragraphsOf(description: string): readonly string[] {
  if (description === '') return [];
  return description
    .split(/\n{2,}/)
    .map((block) => block.replace(/([^\n])\n(?![-*] )([^\n])/gu, joined).trim())
    .filter((block) => block !== '');
}

const WITHOUT_SPACES = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

function joined(_: string, before: string, after: string): string {
  return WITHOUT_SPACES.test(before) && WITHOUT_SPACES.test(after) ? `${before}${after}` : `${before} ${after}`;
}
