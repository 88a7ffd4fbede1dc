import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorded } from './rendering-workload';

/** A program that renders a run as HTML. */
export interface Renderer {
  readonly name: string;
  /** the arguments for Node.js */
  readonly command: (recorded: Recorded, out: string) => readonly string[];
  /** the pages that a reader opens first */
  readonly pages: readonly string[];
}

/** The renderer of this project, with which the others are compared. */
export const OURS: Renderer = {
  name: 'rehearse render',
  command: ({ messages }, out) => [join(__dirname, '..', 'dist/src/cli/main.js'), 'render', messages, '--out', out],
  pages: ['runbook/index.html', 'runbook/procedure-pool-0.html'],
};

const PACKAGES = [
  '@cucumber/html-formatter@24.2.0',
  '@cucumber/message-streams@5.0.1',
  '@cucumber/messages@34.2.1',
  'multiple-cucumber-html-reporter@3.9.3',
];

const HTML_FORMATTER = `
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { CucumberHtmlStream } from '@cucumber/html-formatter';
import { NdjsonToMessageStream } from '@cucumber/message-streams';
const [messages, out] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const read = createReadStream(messages, { encoding: 'utf8' });
await pipeline(read, new NdjsonToMessageStream(), new CucumberHtmlStream(), createWriteStream(out + '/index.html'));
`;

const MULTIPLE = `
const [jsonDir, reportPath] = process.argv.slice(2);
require('multiple-cucumber-html-reporter').generate({ jsonDir, reportPath, disableLog: true });
`;

/** Installs the other renderers into a folder. Only this bench needs them. */
export function installed(folder: string): readonly Renderer[] {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...PACKAGES], { cwd: folder });
  const program = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const formatter = program('html-formatter.mjs', HTML_FORMATTER);
  const multiple = program('multiple.cjs', MULTIPLE);
  return [
    { name: 'html-formatter', command: ({ messages }, out) => [formatter, messages, out], pages: ['index.html'] },
    {
      name: 'multiple-cucumber-html-reporter',
      command: ({ json }, out) => [multiple, join(json, '..'), out],
      pages: ['index.html'],
    },
  ];
}
