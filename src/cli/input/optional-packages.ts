import { InputError } from '../../input-error';

/**
 * Loads a part of the program that needs packages which are not installed with it, because few readers need them.
 *
 * @param load loads the part with `require`
 * @param purpose the command or option that needs the packages, as the error names it
 * @param packages names and versions, such as `lmdb@3`
 * @throws InputError if one of the packages is not installed
 */
export function withPackages<T>(load: () => T, purpose: string, packages: readonly string[]): T {
  try {
    return load();
  } catch (error) {
    if (!isMissing(error, packages)) throw error;
    const [noun, them] = packages.length > 1 ? ['packages', 'them'] : ['package', 'it'];
    const names = packages
      .map(nameOf)
      .join(', ')
      .replace(/, (?=[^,]*$)/, ' and ');
    throw new InputError(
      `${purpose} needs the ${noun} ${names}; install ${them} with: npm install ${packages.join(' ')}`,
    );
  }
}

/** Whether the error says that one of these packages is missing, and not something that the package needs. */
function isMissing(error: unknown, packages: readonly string[]): boolean {
  if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) return false;
  return packages.some((each) => error.message.startsWith(`Cannot find module '${nameOf(each)}'`));
}

function nameOf(installed: string): string {
  return installed.replace(/@[^@/]*$/, '');
}
