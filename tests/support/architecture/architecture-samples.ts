/** Small file trees for each rule: those that it must reject, each for one reason, and one that it must accept. */
export interface Samples {
  readonly refused: readonly Readonly<Record<string, string>>[];
  readonly accepted: Readonly<Record<string, string>>;
}

const lines = (count: number, line: string): string => `${line}\n`.repeat(count);
const body = (count: number): string => `{\n${lines(count - 2, '  g();')}}\n`;

export const ARCHITECTURE_SAMPLES: Readonly<Record<string, Samples>> = {
  'each room imports only the rooms that the table allows': {
    refused: [
      { 'src/x509/a.ts': "import { b } from '../windows/b';", 'src/windows/b.ts': '' },
      { 'src/windows/a.ts': "import type { B } from '../../adcs/b';", 'src/adcs/b.ts': '' },
      { 'src/products/lync-server-2013/a.ts': "import { b } from '../../recording/b';" },
      { 'src/products/lync-server-2013/a.ts': "export { b } from '../../runbook/b';" },
      { 'src/cli/a.ts': "import { a } from '../index';", 'src/index.ts': '' },
      { 'src/world/a.ts': "const b = await import('../operator/b');" },
      { 'src/judge/a.ts': "const b = require('../exploration/b');" },
      { 'src/evidence/a.ts': "import { b } from '../recording/b';" },
      { 'src/operator/a.ts': "import { b } from '../products/lync-server-2013/b';" },
      { 'src/runbook/a.ts': "import type { B } from '../windows/b';" },
      { 'src/runbook/a.ts': "type B = import('../edge/b').B;" },
      { 'src/refusal.ts': "import { b } from './x509/b';" },
      { 'src/cli/a.ts': "import { b } from '../../steps/support/world';" },
      { 'steps/a.ts': "import { b } from '../src/cli/b';", 'src/cli/b.ts': '' },
      { 'steps/support/a.ts': "import { b } from '../../src/recording/b';" },
      { 'languages/a.ts': "import { b } from '../src/runbook/b';" },
      { 'scripts/a.mjs': "import { b } from '../src/server/b';" },
      { 'templates/scripts/a.mjs': "import { b } from '../../src/x509/b';" },
      { 'templates/scripts/a.mjs': "import { parse } from 'yaml';" },
      { 'bench/a.ts': "import { b } from '../src/runbook/b';" },
      { 'tools/a.ts': '' },
      { 'src/shared/a.ts': '' },
      { 'src/more.ts': '' },
    ],
    accepted: {
      'src/refusal.ts': "import { h } from './hresult';",
      'src/x509/a.ts': "import { Refusal } from '../refusal'; import { b } from './b';",
      'src/products/lync-server-2013/a.ts': "import { b } from '../../windows/b'; import { c } from '../../x509/c';",
      'src/operator/a.ts': "import { b } from '../world/b';",
      'src/evidence/a.ts': "import type { B } from '../world/b'; import { type C } from '../x509/c';",
      'src/runbook/a.ts': "import { recordIn } from '../evidence/records';",
      'src/cli/a.ts': "import { a } from '../runbook/a'; import { b } from '../exploration/b';",
      'steps/a.ts': "import { b } from '../src/evidence/b'; import { Refusal } from '../src/refusal';",
      'languages/a.ts': "import { b } from '../src/translation/b';",
      'templates/scripts/a.mjs':
        "import { b } from '../../src/runbook/b.ts'; import { h } from '../../src/hresult.ts';",
      'bench/a.ts': "import { b } from '../steps/a';",
    },
  },
  'the engine and generic steps name no product and no version of Windows': {
    refused: [
      { 'src/judge/a.ts': '// for an Edge Server' },
      { 'src/judge/a.ts': '// such as edge01.contoso.com' },
      { 'src/judge/a.ts': '// fails on Windows Server 2012' },
      { 'src/world/a.ts': "const product = 'Lync Server';" },
      { 'src/judge/a.ts': "const own = use === 'Internal';" },
      { 'src/windows/a.ts': "const old = windows === '2008 R2';" },
      { 'steps/file.steps.ts': '// on the first Edge Server' },
      { 'steps/support/phrases/a.ts': "const role = 'the Lync administrator';" },
    ],
    accepted: {
      'src/products/lync-server-2013/a.ts': "const use = 'Internal';",
      'src/windows/versions.ts': "const versions = ['2008 R2'];",
      'steps/lync-server-2013/support/a.ts': "const use = 'Internal';",
      'src/judge/a.ts': '// what a server acknowledges',
      'src/judge/b.ts': "const from = '2012-07-01';",
    },
  },
  'no files import one another in a circle': {
    refused: [
      { 'src/x509/a.ts': "import './b';", 'src/x509/b.ts': "import './c';", 'src/x509/c.ts': "import './a';" },
      { 'steps/a.ts': "import type { B } from './b';", 'steps/b.ts': "import { a } from './a';" },
      { 'src/x509/a.ts': "import './a';" },
    ],
    accepted: { 'src/x509/a.ts': "import './b'; import './c';", 'src/x509/b.ts': "import './c';", 'src/x509/c.ts': '' },
  },
  'no two folders import each other': {
    refused: [
      {
        'src/cli/output/a.ts': "import '../terminal/b';",
        'src/cli/terminal/b.ts': '',
        'src/cli/terminal/c.ts': "import '../output/a';",
      },
    ],
    accepted: {
      'src/cli/output/a.ts': "import '../terminal/b';",
      'src/cli/terminal/b.ts': '',
      'src/cli/c.ts': "import './output/a';",
      'src/cli/output/d.ts': "import '../e';",
      'src/cli/e.ts': '',
    },
  },
  'each package and each part of Node.js stays in its room': {
    refused: [
      { 'src/adcs/a.ts': "import forge from 'node-forge';" },
      { 'src/windows/a.ts': "import { createHash } from 'node:crypto';" },
      { 'src/products/lync-server-2013/a.ts': "import { randomUUID } from 'crypto';" },
      { 'src/products/lync-server-2013/a.ts': 'const id = globalThis.crypto.randomUUID();' },
      { 'src/runbook/a.ts': "import { readFile } from 'node:fs/promises';" },
      { 'src/world/a.ts': "import { join } from 'path';" },
      { 'src/windows/a.ts': "console.log('x');" },
      { 'src/windows/a.ts': "function f(console) {}\nfunction g() { console.log('x'); }" },
      { 'src/world/a.ts': 'const env = process.env;' },
      { 'src/runbook/a.ts': "import Handlebars from 'handlebars';" },
      { 'src/runbook/a.ts': "import { Query } from '@cucumber/query';" },
      { 'src/evidence/a.ts': "import type { Envelope } from '@cucumber/messages';" },
      { 'src/cli/a.ts': "import { parse } from 'yaml';" },
      { 'src/judge/a.ts': "import { string } from 'valibot';" },
      { 'src/world/a.ts': "import { toJsonSchema } from '@valibot/to-json-schema';" },
      { 'src/exploration/a.ts': "import { SingleBar } from 'cli-progress';" },
      { 'src/determinism.ts': "import { randomBytes } from 'node:crypto';" },
    ],
    accepted: {
      'src/x509/a.ts': "import forge from 'node-forge'; import { createHash } from 'node:crypto';",
      'src/cli/a.ts':
        "import { readFileSync } from 'node:fs'; import { Command } from 'commander'; console.log(process.argv);",
      'src/runbook/a.ts': "import type { Envelope } from '@cucumber/messages';",
      'src/world/a.ts':
        "import { parse } from 'yaml'; import { string } from 'valibot'; import { path } from './path';",
      'src/products/lync-server-2013/a.ts':
        'const tree = snapIn.console.tree; function f({ crypto }) { return () => crypto.key; }',
      'src/operator/a.ts': "import { process } from '../edge/a'; const f = (console) => console.page + process.step;",
    },
  },
  'steps import no library that a room keeps to itself': {
    refused: [
      { 'steps/a.ts': "import forge from 'node-forge';" },
      { 'steps/a.ts': "import { createHash } from 'node:crypto';" },
    ],
    accepted: {
      'steps/support/hooks.ts': "import { createHash } from 'node:crypto'; import { After } from '@cucumber/cucumber';",
    },
  },
  'time and chance come from src/determinism.ts alone': {
    refused: [
      { 'src/x509/a.ts': 'const now = Date.now();' },
      { 'src/x509/a.ts': "const now = Date['now']();" },
      { 'src/products/lync-server-2013/a.ts': 'const now = new Date();' },
      { 'src/products/lync-server-2013/a.ts': 'const now = new Date;' },
      { 'src/products/lync-server-2013/a.ts': 'const now = Date();' },
      { 'src/adcs/a.ts': 'const roll = globalThis.Math.random();' },
      { 'src/adcs/a.ts': 'const roll = [1].map(Math.random);' },
      { 'src/determinism.ts': 'const now = performance.now();' },
    ],
    accepted: {
      'src/x509/a.ts': "// Date.now() and Math.random()\nconst then = new Date(0); const text = 'new Date()';",
      'src/cli/a.ts': 'const now = new Date(Date.now());',
    },
  },
  'every file is imported by another': {
    refused: [
      { 'src/x509/a.ts': '' },
      { 'src/x509/a.ts': "import './a';" },
      { 'src/cli/main.ts': "import './a';", 'src/cli/a.ts': '', 'src/cli/b.ts': '' },
    ],
    accepted: {
      'src/cli/main.ts': "import './a';",
      'src/cli/a.ts': '',
      'src/x509/b.ts': '',
      'steps/a.ts': "import '../src/x509/b';",
    },
  },
  'a file has at most 200 lines': {
    refused: [{ 'src/x509/a.ts': lines(201, 'g();') }, { 'steps/a.ts': lines(201, '') }],
    accepted: { 'src/x509/a.ts': lines(200, 'g();') },
  },
  'a function has at most 40 lines': {
    refused: [
      { 'src/x509/a.ts': `function f() ${body(41)}` },
      { 'src/x509/a.ts': `const f = () => ${body(41)}` },
      { 'steps/a.ts': `class A { constructor() ${body(41)} }` },
      { 'src/x509/a.ts': `const o = { f() ${body(41)} };` },
    ],
    accepted: { 'src/x509/a.ts': `function f(\n  a: number,\n) ${body(40)}` },
  },
  'nothing is exported as default': {
    refused: [
      { 'src/x509/a.ts': 'export default 1;' },
      { 'src/x509/a.ts': 'export default function f() {}' },
      { 'src/x509/a.ts': 'const a = 1; export { a as default };' },
      { 'steps/a.ts': 'const a = 1; export = a;' },
    ],
    accepted: { 'src/x509/a.ts': "import forge from 'node-forge'; export const a = 1;" },
  },
  'there are no barrels': {
    refused: [
      { 'src/x509/index.ts': 'export const a = 1;' },
      { 'src/x509/all.ts': "export * from './a';\nexport { b } from './b';" },
    ],
    accepted: {
      'src/x509/a.ts': "export { b } from './b'; export const a = 1;",
      'src/x509/empty.ts': '',
      'src/index.ts': "export { a } from './x509/a';",
    },
  },
  'any and the non-null ! are not used': {
    refused: [
      { 'src/x509/a.ts': 'const a: any = 1;' },
      { 'steps/a.ts': 'function f(a: Array<any>) {}' },
      { 'src/x509/a.ts': 'const b = a!.c;' },
      { 'src/x509/a.ts': 'class A { b!: string; }' },
    ],
    accepted: { 'src/x509/a.ts': 'const any: unknown = !a; // any' },
  },
  'types are not cast': {
    refused: [
      { 'src/windows/a.ts': 'const a = b as string;' },
      { 'src/windows/a.ts': 'const a = <string>b;' },
      { 'src/windows/a.ts': 'const a = JSON.parse(b) as string;' },
      { 'src/evidence/a.ts': 'const a = b as string;' },
      { 'steps/a.ts': 'const a = b as unknown;' },
    ],
    accepted: {
      'src/windows/a.ts': "import { c as d } from './c'; const a = [1] as const; const b = {} satisfies object;",
      'src/evidence/a.ts': 'const a = JSON.parse(b) as string;',
      'src/x509/a.ts': 'const a = b as string;',
    },
  },
  'every exported function has a JSDoc comment': {
    refused: [
      { 'src/x509/a.ts': 'export function f() {}' },
      { 'src/x509/a.ts': '// not enough\nexport const f = () => 1;' },
    ],
    accepted: {
      'src/x509/a.ts': '/** Does it. */\nexport function f() {}\nfunction g() {}\nexport const a = 1;',
      'steps/a.ts': 'export function f() {}',
    },
  },
  'names say something': {
    refused: [
      { 'src/x509/certificate-utils.ts': '' },
      { 'src/x509/a.ts': 'export class StoreManager {}' },
      { 'src/x509/a.ts': 'export interface CertificateInfo {}' },
      { 'src/x509/a.ts': 'export const pkcs7Data = 1;' },
      { 'steps/a.ts': 'const a = 1; export { a as stepHelper };' },
    ],
    accepted: {
      'src/x509/a.ts':
        'export const database = 1; export const informed = 2; const data = 3; export const dataUri = 4; export class Utility {}',
      'src/adcs/request-database.ts': '',
      'src/adcs/certificate-manager.ts': 'export class CertificateManager {} export const authorityInfoAccess = 1;',
    },
  },
  'no work is left marked as unfinished': {
    refused: [{ 'src/x509/a.ts': '// TODO: later' }, { 'steps/a.ts': '/* FIXME */' }],
    accepted: { 'src/x509/a.ts': "const todo = 'todo';" },
  },
};
