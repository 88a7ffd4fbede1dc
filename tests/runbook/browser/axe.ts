import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const WIDE = { width: 1280, height: 720 };

interface Appearance {
  readonly media: NonNullable<Parameters<Page['emulateMedia']>[0]>;
  readonly size: { readonly width: number; readonly height: number };
}

const APPEARANCES: Readonly<Record<string, Appearance>> = {
  'in light colours': { media: { colorScheme: 'light' }, size: WIDE },
  'in dark colours': { media: { colorScheme: 'dark' }, size: WIDE },
  'in forced colours': { media: { forcedColors: 'active' }, size: WIDE },
  '320 px wide': { media: {}, size: { width: 320, height: 640 } },
  'as printed': { media: { media: 'print' }, size: { width: 794, height: 1123 } },
};

/**
 * Barriers on the page in these appearances: axe's violations, sideways scrolling, and content that is wider than its
 * column. Paper has no touch targets, so that rule is omitted there. The page must be opened without its policy.
 */
export async function accessibilityViolations(
  page: Page,
  appearances = Object.keys(APPEARANCES),
): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found: string[] = [];
  for (const name of appearances) {
    const { media, size } = APPEARANCES[name] ?? missing(name);
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none', ...media });
    await page.setViewportSize(size);
    await page.evaluate(LOOKED_THROUGH);
    found.push(
      ...(await violations(page, media.media === 'print' ? ['target-size'] : [])).map((one) => `${name}: ${one}`),
    );
    const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    if (beyond > 0) found.push(`${name}: scrolls ${beyond} px sideways`);
    found.push(...(await page.evaluate<readonly string[]>(OVERFLOWING)).map((text) => `${name}: too wide: ${text}`));
  }
  return found;
}

/** Scrolls through a page whose lists are laid out on demand; before, they have no sizes to check. */
const LOOKED_THROUGH = `(async () => {
  const later = [...document.querySelectorAll('.group, .problems li')];
  if (!later.some((one) => getComputedStyle(one).contentVisibility === 'auto')) return;
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
    scrollTo(0, top);
    await drawn();
  }
  scrollTo(0, 0);
  await drawn();
})()`;

const OVERFLOWING = `[...document.querySelectorAll('dt, dd, th, td, summary, li, p, h1, h2, h3, h4')]
  .filter((one) => one.checkVisibility() && one.clientWidth > 0 && !one.closest('.aside'))
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.textContent.trim())`;

function missing(name: string): never {
  throw new Error(`no appearance "${name}"; have ${Object.keys(APPEARANCES).join(', ')}`);
}

async function violations(page: Page, except: readonly string[]): Promise<readonly string[]> {
  const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
  const how = { runOnly: { type: 'tag', values: RULES }, rules, resultTypes: ['violations'], preload: false };
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(how)})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
  );
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}
