import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { middle } from './process';

/**
 * Compares the time in which Chromium loads the runbook as one file with that of the same pages as separate files, in
 * turn. Run `npm run build` first. Argument: the number of rounds.
 */

const ROUNDS = 5;
const LONGEST_LOAD = 120_000;
const MAIN = resolve('dist', 'src', 'cli', 'main.js');

async function main(): Promise<void> {
  const rounds = Number(process.argv[2] ?? ROUNDS);
  const folder = mkdtempSync(join(tmpdir(), 'bench-single-file-'));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const reports = join(folder, 'reports');
    rehearse(['run', '--out', reports]);
    rehearse(['render', reports, '--single-file', '--out', join(folder, 'single')]);
    const [pages, single] = [pagesIn(reports), pagesIn(join(folder, 'single'))];
    const taken: { readonly pages: number; readonly single: number }[] = [];
    for (let round = 0; round < rounds; round += 1)
      taken.push({ pages: await loading(browser, pages), single: await loading(browser, single) });
    console.log(`${pages.length} pages, ${megabytes(pages)} MB: ${ranged(taken.map((one) => one.pages))} ms`);
    console.log(`one file, ${megabytes(single)} MB: ${ranged(taken.map((one) => one.single))} ms`);
    console.log(
      `one file / pages: ${ranged(
        taken.map((one) => one.single / one.pages),
        2,
      )}`,
    );
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

function rehearse(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`rehearse ${args[0]} ended with ${status}: ${stderr.slice(0, 2000)}`);
}

/** The English pages of a runbook. */
function pagesIn(reports: string): readonly string[] {
  const folder = join(reports, 'runbook');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(folder, name));
}

/** The milliseconds until the files are loaded, one after another. */
async function loading(browser: Browser, files: readonly string[]): Promise<number> {
  let sum = 0;
  for (const file of files) {
    const page = await browser.newPage();
    const start = performance.now();
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load', timeout: LONGEST_LOAD });
    sum += performance.now() - start;
    await page.close();
  }
  return sum;
}

function megabytes(files: readonly string[]): string {
  return (files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6).toFixed(1);
}

/** The median, with the least and the most. */
function ranged(values: readonly number[], digits = 0): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${middle(values).toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}

void main();
