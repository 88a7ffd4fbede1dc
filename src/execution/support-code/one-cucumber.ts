import Module from 'node:module';
import { resolvedFrom } from './own-programs';

/**
 * Step definitions register with the copy of Cucumber that they load. A project may have installed another copy than the
 * one that executes the features. Then its programs get the executing one. Worker processes load this module, too, and
 * find the programs in their environment.
 */

const CUCUMBER = '@cucumber/cucumber';
const VARIABLE = 'REHEARSE_STEPS';

/** The variable of the environment by which worker processes learn of the programs. */
export function forWorkers(programs: readonly string[]): Readonly<Record<string, string>> {
  return { [VARIABLE]: JSON.stringify(programs) };
}

/** Gives these programs the Cucumber that executes the features. */
export function shareCucumber(programs: readonly string[]): void {
  const executing = require.resolve(CUCUMBER);
  for (const program of programs) {
    const other = resolvedFrom(program, CUCUMBER);
    if (other === undefined || other === executing || require.cache[other]) continue;
    const replacement = new Module(other);
    replacement.filename = other;
    replacement.exports = require(executing);
    replacement.loaded = true;
    require.cache[other] = replacement;
  }
}

const listed: unknown = JSON.parse(process.env[VARIABLE] ?? '[]');
if (Array.isArray(listed)) shareCucumber(listed.map(String));
