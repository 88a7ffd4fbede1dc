import { languagesIn } from '../input/page-languages';

/** Receives the exit code of a command. */
export type Finish = (code: number) => void;

/** The default of an option that takes paths. */
export const NO_PATHS: string[] = [];

/** Options that several commands have. */
export const ENVIRONMENT = '--environment <file>';
export const SOURCE = [
  '--source <dir...>',
  'folders of source documents, as rehearse source writes them (default: source/ beside or above the features)',
  NO_PATHS,
] as const;
export const JSON_OUTPUT = ['--json', 'print a JSON object to standard output', false] as const;

/** The user's step definitions. */
export const STEPS = [
  '--steps <path...>',
  'files or folders with step definitions of the project, beside those of the package; .js, .cjs, .mjs or .ts',
  NO_PATHS,
] as const;

/** The user's products, which the configuration file usually names. */
export const PRODUCTS = [
  '--products <file...>',
  'modules of the project that offer products; .js, .cjs, .mjs or .ts',
  NO_PATHS,
] as const;

/** What `--state` and `rehearse check` take. */
export const STATES =
  'files of the script of rehearse collect, texts of certutil -store and Get-CsCertificate, certificates, or folders of ' +
  'these; NAME=PATH names the server';

/** The languages of the pages. */
export const LANGUAGE = [
  '--language <list>',
  'languages of the pages, separated by commas: en, zh-TW',
  languagesIn,
  languagesIn('en'),
] as const;
