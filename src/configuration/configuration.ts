import { description, type InferOutput, optional, pipe, string } from 'valibot';
import { readChecked } from '../world/environment-file/checked-file';
import { choice, list, MANY, section, words } from '../world/environment-file/environment-fields';

const LONGEST_PATH = 1000;

/** The schema of the configuration file. `languages` are those of the pages. */
export function configurationSchema(languages: readonly string[]) {
  return section({
    $schema: optional(string('the address of a JSON Schema')),
    features: paths('feature files or folders that rehearse run executes'),
    steps: paths('files or folders with step definitions of the project'),
    products: paths('modules with products of the project'),
    source: paths('folders with ledgers of source documents'),
    environment: optional(pipe(words(LONGEST_PATH), description('environment file'))),
    language: optional(pipe(list(choice(languages), 1, languages.length), description('languages of the pages'))),
    out: optional(pipe(words(LONGEST_PATH), description('output folder'))),
  });
}

function paths(about: string) {
  return optional(pipe(list(words(LONGEST_PATH), 1, MANY), description(about)));
}

/** What is repeated in the command lines of a project. Paths are relative to the folder of the file. */
export type Configuration = InferOutput<ReturnType<typeof configurationSchema>>;

/** Reads a configuration file in YAML or JSON. Throws an EnvironmentError with all errors, each with its position. */
export function readConfiguration(text: string, file: string, languages: readonly string[]): Configuration {
  const schema = configurationSchema(languages);
  return readChecked(text, file, { schemaFor: () => schema, brokenIn: () => [] });
}
