import type { Page } from 'playwright-core';

/** The headings that leave out a level. */
export async function headingGaps(page: Page): Promise<readonly string[]> {
  const headings = await page.evaluate<readonly (readonly [level: number, text: string])[]>(
    `[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((one) => [Number(one.localName[1]), one.textContent])`,
  );
  return headings.flatMap(([level, text], index) => {
    const [before] = headings[index - 1] ?? [0];
    return level > before + 1 ? [`h${level} after h${before}: ${text}`] : [];
  });
}

/** WCAG 2.5.8: on a screen, what is pressed and is no link within a text measures at least 24 px in both directions. */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'screen' });
  return page.evaluate<
    readonly string[]
  >(`[...document.querySelectorAll('button, input, select, summary')].flatMap((one) => {
    const { width, height } = one.getBoundingClientRect();
    const shown = width > 1 && height > 1; // a field of 1 px is there for the keyboard, and its label is pressed
    return shown && Math.min(width, height) < 24 ? [one.localName + ' ' + width + ' x ' + height + ': ' + one.textContent] : [];
  })`);
}

/**
 * Moves through the whole page with the Tab key. A leap is a move of the focus upwards within one part of the page. The
 * parts are navigation, header and main, which are side by side. Long content is not scrolled.
 */
export async function leapsOfFocus(page: Page): Promise<{ readonly stops: number; readonly leaps: readonly string[] }> {
  await page.evaluate(WATCH);
  const stops = await page.evaluate<number>('watched.wanted.length');
  for (let stop = 0; stop < stops; stop += 1) await page.keyboard.press('Tab');
  const leaps = await page.evaluate<readonly string[]>('watched.leaps()');
  return { stops, leaps };
}

const WATCH = `
  const wanted = [...document.querySelectorAll('a[href], button, input, select, summary')].filter(
    (one) => one.checkVisibility() && (one.type !== 'radio' || one.checked), // arrow keys reach the others of a group
  );
  const met = [];
  addEventListener('focusin', ({ target }) => {
    // a link that continues on the next line begins where its first part is
    const { top, left, height } = target.getClientRects()[0] ?? target.getBoundingClientRect();
    const part = target.closest('nav, main, header') ?? document.body;
    const sticky = part.closest('nav.contents') !== null;
    met.push({ target, part, line: Math.round(top + (sticky ? 0 : scrollY)), left, height });
  });
  globalThis.watched = {
    wanted,
    leaps: () => [
      ...wanted.filter((one) => !met.some(({ target }) => target === one)).map((one) => 'never reached: ' + one.outerHTML),
      ...met.flatMap((one, index) => {
        const before = met[index - 1];
        if (!before || before.part !== one.part || before.part.matches('nav.contents')) return [];
        const onOneLine = Math.abs(one.line - before.line) < Math.max(one.height, before.height);
        const onward = onOneLine ? one.left >= before.left || one.line > before.line : one.line > before.line;
        return onward ? [] : [before.target.outerHTML + ' -> ' + one.target.outerHTML];
      }),
    ],
  };
`;
