const ENGINE = ['x509', 'windows', 'adcs', 'world', 'operator', 'judge', 'exploration'];
const SIMULATION = [...ENGINE, 'products'];

/**
 * The rooms of src/ in the order in which data flows, each with the rooms that it may import. Every room may also import
 * itself and the files beside the rooms.
 */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  x509: [],
  xml: [],
  windows: ['x509'],
  adcs: ['x509'],
  world: ['x509', 'windows', 'adcs'],
  operator: ['x509', 'windows', 'adcs', 'world'],
  judge: ['x509', 'windows', 'adcs', 'world', 'operator'],
  exploration: ['x509', 'windows', 'adcs', 'world', 'operator', 'judge'],
  products: [...ENGINE, 'xml'],
  evidence: ENGINE,
  gherkin: ['evidence'],
  recording: ['evidence', 'gherkin'],
  configuration: ['world'],
  translation: [],
  reference: ['gherkin', 'translation'],
  package: ['x509', 'translation'],
  execution: ['evidence', 'gherkin', 'package'],
  plan: ['world'],
  'what-if': ['windows', 'world', 'operator', 'judge', 'gherkin', 'execution'],
  inspection: ['x509', 'windows', 'adcs', 'world', 'operator', 'judge'],
  'pool-state': ['x509', 'windows', 'adcs', 'world', 'judge', 'inspection'],
  runbook: ['evidence', 'gherkin', 'recording', 'translation'],
  documents: ['runbook'],
  server: ['x509', 'adcs', 'world'],
  cli: [
    ...SIMULATION,
    'evidence',
    'gherkin',
    'recording',
    'translation',
    'package',
    'configuration',
    'reference',
    'execution',
    'plan',
    'inspection',
    'server',
    'pool-state',
    'runbook',
    'documents',
    'what-if',
  ],
};
/**
 * The programs outside src/, each with the rooms and other programs that it may import, besides itself and the files
 * beside the rooms. Steps import the simulation, and what a scenario leaves behind; never what reads the results.
 */
export const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  steps: [...SIMULATION, 'evidence', 'gherkin', 'package', 'pool-state'],
  languages: ['gherkin', 'translation', 'package'],
  scripts: [
    'x509',
    'world',
    'configuration',
    'products',
    'pool-state',
    'translation',
    'package',
    'runbook',
    'reference',
    'documents',
    'what-if',
    'cli',
  ],
  'templates/scripts': ['runbook'],
  bench: [...SIMULATION, 'inspection', 'package', 'cli', 'steps'],
};

/** Programs that run in a browser, and so import no packages. */
export const BROWSER_PROGRAMS = ['templates/scripts'];

/** The public surface, which may import any room. */
export const PUBLIC_SURFACE = 'src/index.ts';
export const BESIDE_THE_ROOMS = [
  PUBLIC_SURFACE,
  'src/fact.ts',
  'src/refusal.ts',
  'src/hresult.ts',
  'src/determinism.ts',
  'src/shell-quotes.ts',
  'src/typed-secrets.ts',
  'src/input-error.ts',
  'src/file-error.ts',
  'src/memo.ts',
  'src/ordinals.ts',
  'src/value-map.ts',
];

/** Which rooms may import a package or a part of Node.js; `types:` when nothing may remain of the import. */
export const MODULES: readonly { readonly module: RegExp; readonly rooms: readonly string[] }[] = [
  { module: /^node-forge(\/|$)/, rooms: ['x509'] },
  { module: /^(@peculiar\/|pkijs|asn1js|jsrsasign|node-rsa)/, rooms: ['x509'] },
  { module: /^crypto$/, rooms: ['x509', 'server', 'documents', 'cli'] },
  { module: /^(fs|path|process|child_process|os|console)(\/|$)/, rooms: ['package', 'execution', 'cli'] },
  { module: /^handlebars(\/|$)/, rooms: [] },
  {
    module: /^@cucumber\//,
    rooms: ['execution', 'plan', 'what-if', 'types:cli', 'types:gherkin', 'types:recording', 'types:runbook'],
  },
  { module: /^saxes$/, rooms: ['xml'] },
  { module: /^yauzl$/, rooms: ['cli'] },
  { module: /^(fastify|lmdb|hash-wasm)(\/|$)/, rooms: ['server'] },
  { module: /^diff(\/|$)/, rooms: ['runbook', 'documents'] },
  { module: /^marked$/, rooms: ['runbook', 'documents'] },
  { module: /^sentence-splitter(\/|$)/, rooms: ['documents'] },
  { module: /^fastest-levenshtein$/, rooms: ['execution'] },
  { module: /^yaml(\/|$)/, rooms: ['world', 'plan'] },
  { module: /^valibot(\/|$)/, rooms: ['world', 'configuration', 'products', 'plan', 'pool-state', 'cli'] },
  { module: /^(commander|cli-progress)(\/|$)/, rooms: ['cli'] },
  { module: /^playwright-core$/, rooms: ['cli'] },
  { module: /^(ts-node|typescript|@biomejs\/|@valibot\/|playwright(?!-core)|axe-core)/, rooms: [] },
];

/** Values that every file has without importing them, and the only rooms that may use them. */
export const GLOBALS: Readonly<Record<string, readonly string[]>> = {
  process: ['execution', 'cli'],
  console: ['cli'],
  crypto: ['x509', 'cli'],
};

/** `src/x509/certificate.ts` is in the room x509; a file beside the rooms is in none. */
export function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** The program outside src/ that the file belongs to: `steps` for `steps/support/world.ts`. */
export function programOf(path: string): string | undefined {
  return Object.keys(PROGRAMS).find((folder) => path.startsWith(`${folder}/`));
}
