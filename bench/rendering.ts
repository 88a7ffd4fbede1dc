import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { type Measured, measure, middle } from './process';
import { installed, OURS, type Renderer } from './rendering-programs';
import { type Recorded, record } from './rendering-workload';

/**
 * Compares `rehearse render` with two other renderers of the same run, in turn: time, memory, written bytes, and the
 * time until a reader sees the text. Run `npm run build` first. Arguments: numbers of scenarios.
 */

const SIZES = [100, 1000, 5000];
const ROUNDS = 5;
const READINGS = 3;
const LONGEST_READING = 600_000;

async function main(): Promise<void> {
  const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : SIZES;
  const folder = mkdtempSync(join(tmpdir(), 'bench-rendering-'));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const renderers = [OURS, ...installed(join(folder, 'others'))];
    const bare = join(folder, 'bare.html');
    writeFileSync(bare, `<!doctype html><html lang="en"><title>Bare</title><p>${'word '.repeat(100)}`);
    console.log(`a page of one hundred words: text visible ${ranged(await readings(browser, bare), 0)} ms`);
    for (const size of sizes) {
      console.log(`${size} scenarios`);
      await compare(renderers, record(size, join(folder, `run-${size}`)), join(folder, `out-${size}`), browser);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

async function compare(
  renderers: readonly Renderer[],
  recorded: Recorded,
  folder: string,
  browser: Browser,
): Promise<void> {
  const rounds = Array.from({ length: ROUNDS }, (_, round) =>
    renderers.map((renderer, place) => {
      const out = join(folder, String(round), String(place));
      const taken = measure(renderer.command(recorded, out), {
        cwd: tmpdir(),
        folder: join(recorded.json, '..', '..'),
      });
      return { ...taken, megabytesWritten: sizeOf(out) / 1e6, digest: digestOf(out) };
    }),
  );
  for (const [place, { name, pages }] of renderers.entries()) {
    const own = rounds.flatMap((round) => round[place] ?? []);
    const ratios = (figure: 'milliseconds' | 'processor') =>
      ranged(
        rounds.map((round) => (round[place]?.[figure] ?? 0) / (round[1]?.[figure] ?? 1)),
        2,
      );
    const same = new Set(own.map(({ digest }) => digest)).size === 1;
    console.log(`  ${name}`);
    console.log(`    generation     ${spread(own, 'milliseconds')} ms, ${ratios('milliseconds')} of html-formatter's`);
    console.log(`    of processors  ${spread(own, 'processor')} ms, ${ratios('processor')} of html-formatter's`);
    console.log(`    peak memory    ${spread(own, 'megabytes')} MB`);
    console.log(`    written        ${own[0]?.megabytesWritten.toFixed(2)} MB, each time the same bytes: ${same}`);
    for (const page of pages) {
      const waited = await readings(browser, join(folder, '0', String(place), page));
      console.log(`    text visible   ${ranged(waited, 0)} ms, ${page}`);
    }
  }
}

function spread(of: readonly Measured[], figure: keyof Measured): string {
  return ranged(
    of.map((one) => one[figure]),
    0,
  );
}

function ranged(values: readonly number[], digits: number): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${middle(values).toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}

/** Milliseconds from the request of the page until the browser shows more than 200 characters of text. */
async function readings(browser: Browser, file: string): Promise<readonly number[]> {
  const waited: number[] = [];
  for (let reading = 0; reading < READINGS; reading += 1) {
    const page = await browser.newPage();
    page.setDefaultTimeout(LONGEST_READING);
    const start = performance.now();
    await page.goto(pathToFileURL(file).href, { waitUntil: 'commit' });
    await page.waitForFunction('document.body?.innerText.length > 200');
    waited.push(performance.now() - start);
    await page.close();
  }
  return waited;
}

function filesBelow(folder: string): readonly string[] {
  const found = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  return found.filter((file) => statSync(file).isFile()).sort();
}

function sizeOf(folder: string): number {
  return filesBelow(folder).reduce((sum, file) => sum + statSync(file).size, 0);
}

function digestOf(folder: string): string {
  const digest = createHash('sha256');
  for (const file of filesBelow(folder)) {
    digest.update(file.slice(folder.length)).update(readFileSync(file));
  }
  return digest.digest('hex');
}

void main();
