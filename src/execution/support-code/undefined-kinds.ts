import { readFileSync } from 'node:fs';
import { distance } from 'fastest-levenshtein';
import { kindsIn, undefinedKindsIn } from './library';
import { shown } from './own-programs';

/** The errors about parameters that no program defines, each as `file:line: error, and remedy`. */
export function undefinedParameters(library: object, programs: readonly string[]): readonly string[] {
  const known = kindsIn(library).flatMap(({ name }) => (name === '' ? [] : [name]));
  return undefinedKindsIn(library).map(({ name, expression }) => {
    const [nearest = ''] = known.toSorted((one, other) => distance(name, one) - distance(name, other));
    return `${placeOf(expression, programs)}"${expression}" has the parameter {${name}}, which no program defines; the nearest is {${nearest}}; define it with defineParameterType, or use another`;
  });
}

/** `file:line: ` of the program that contains the expression. */
function placeOf(expression: string, programs: readonly string[]): string {
  for (const file of programs) {
    const lines = readFileSync(file, 'utf8').split('\n');
    const index = lines.findIndex((line) => line.includes(expression));
    if (index >= 0) return `${shown(file)}:${index + 1}: `;
  }
  return '';
}
