import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Configuration } from '../../configuration/configuration';
import { CONFIGURATION_FILES } from '../../configuration/configuration-files';
import { InputError } from '../../input-error';
import { translations } from '../../package/catalogue';
import { readText } from '../../package/text-file';
import { ENGLISH } from '../input/page-languages';

/** The commands that use the configuration file of the working folder. */
const CONFIGURED: readonly string[] = ['run', 'render', 'trace', 'steps', 'what-if'];

/**
 * Gives a command the values of the configuration file where the command line has none. Throws an InputError if the
 * folder has two configuration files, an EnvironmentError about the content of the file.
 */
export function useConfiguration(command: Command): void {
  if (!CONFIGURED.includes(command.name())) return;
  const configuration = configurationHere();
  if (!configuration) return;
  for (const [name, value] of Object.entries(configuration)) {
    const isOption = command.options.some((option) => option.attributeName() === name);
    if (isOption && value !== undefined && command.getOptionValueSource(name) !== 'cli')
      command.setOptionValueWithSource(name, value, 'config');
  }
  const { features } = configuration;
  const [argument] = command.registeredArguments;
  if (features && argument?.name() === FEATURES && command.args.length === 0) command.processedArgs = [[...features]];
}

/** The name of the argument for features. */
export const FEATURES = 'feature';

function configurationHere(): Configuration | undefined {
  const [file, ...others] = CONFIGURATION_FILES.filter((name) => existsSync(name));
  if (file === undefined) return undefined;
  if (others.length > 0)
    throw new InputError(`${[file, ...others].join(' and ')} are both configuration files; keep one of them`);
  // the schema takes long to load, and most folders have no configuration
  const {
    readConfiguration,
  }: typeof import('../../configuration/configuration') = require('../../configuration/configuration');
  return readConfiguration(readText(file), file, [ENGLISH, ...translations()]);
}
