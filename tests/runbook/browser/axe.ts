import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { InBrowser, Opened } from './chromium';
import { condense, kindsOn } from './condensed';

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

/** The appearance in which axe looks at the whole page. */
const WHOLE = 'in light colours';

export interface Scope {
  readonly appearances?: readonly string[];
  /** kinds of elements at which axe looks on another page; here it looks at the other kinds only */
  readonly known?: readonly string[];
}

/**
 * Barriers on the page in these appearances: axe's violations, sideways scrolling, and content that is wider than its
 * column. Sizes are measured on the whole page. Axe looks at the whole page in light colours, and in each other
 * appearance at one element of each kind, because an appearance only changes styles. Where kinds are known from another
 * page, axe looks at the other kinds only. Paper has no touch targets, so that
 * rule is omitted there. The page must be opened without its policy; afterwards, it is condensed.
 */
export async function accessibilityViolations(page: Page, scope: Scope = {}): Promise<readonly string[]> {
  const { appearances = Object.keys(APPEARANCES), known } = scope;
  // a page that is like another one has the same elements with other texts: sizes can differ, and new kinds of elements
  const isWhole = (name: string) => name === WHOLE && known === undefined;
  await page.addStyleTag({ content: LAID_OUT_AT_ONCE });
  await page.evaluate(AXE);
  const found: string[] = [];
  for (const name of appearances) {
    await show(page, name);
    found.push(...(await tooWide(page)).map((one) => `${name}: ${one}`));
    if (isWhole(name)) found.push(...(await violations(page, name)));
  }
  found.push(...(await condense(page, known ?? [])).map((kind) => `axe does not look at ${kind}`));
  for (const name of appearances.filter((one) => !isWhole(one))) {
    await show(page, name);
    found.push(...(await violations(page, name)));
  }
  return found;
}

/**
 * Opens a file without its policy, and unfolds everything on it.
 *
 * @param like a file whose kinds of elements axe does not look at again on this one
 */
export async function unfolded(browser: InBrowser, name: string, like?: string): Promise<Opened & { scope: Scope }> {
  const scope = like === undefined ? {} : { known: await kindsOf(browser, like) };
  const opened = await browser.open(name, { bypassCSP: true });
  await opened.page.evaluate(UNFOLD);
  return { ...opened, scope };
}

/** The kinds of elements of each file that was asked for. */
const knownKinds = new WeakMap<InBrowser, Map<string, readonly string[]>>();

async function kindsOf(browser: InBrowser, name: string): Promise<readonly string[]> {
  const kinds = knownKinds.get(browser) ?? new Map<string, readonly string[]>();
  knownKinds.set(browser, kinds);
  const known = kinds.get(name);
  if (known) return known;
  const { page } = await browser.open(name, { bypassCSP: true });
  await page.evaluate(UNFOLD);
  const found = await kindsOn(page);
  await browser.release(page);
  kinds.set(name, found);
  return found;
}

const UNFOLD = `for (const details of document.querySelectorAll('details')) details.open = true`;

/** Lists that are laid out on demand have no sizes to check before. */
const LAID_OUT_AT_ONCE = '* { content-visibility: visible !important; }';

async function show(page: Page, appearance: string): Promise<void> {
  const { media, size } = APPEARANCES[appearance] ?? missing(appearance);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none', ...media });
  await page.setViewportSize(size);
}

async function tooWide(page: Page): Promise<readonly string[]> {
  const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  const wide = await page.evaluate<readonly string[]>(OVERFLOWING);
  return [...(beyond > 0 ? [`scrolls ${beyond} px sideways`] : []), ...wide.map((text) => `too wide: ${text}`)];
}

const OVERFLOWING = `[...document.querySelectorAll('dt, dd, th, td, summary, li, p, h1, h2, h3, h4')]
  .filter((one) => one.checkVisibility() && one.clientWidth > 0 && !one.closest('.aside'))
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.textContent.trim())`;

function missing(name: string): never {
  throw new Error(`no appearance "${name}"; have ${Object.keys(APPEARANCES).join(', ')}`);
}

async function violations(page: Page, appearance: string): Promise<readonly string[]> {
  const rules = APPEARANCES[appearance]?.media.media === 'print' ? { 'target-size': { enabled: false } } : {};
  const how = { runOnly: { type: 'tag', values: RULES }, rules, resultTypes: ['violations'], preload: false };
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(how)})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${appearance}: ${id}: ${html} ${failureSummary}`),
  );
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}
