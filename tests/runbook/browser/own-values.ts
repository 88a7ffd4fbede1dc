import type { Page } from 'playwright-core';
import { kept } from './chromium';

/** Gives the value that a page calls so, in the field whose verified value is that one; as a person does, with the Tab key. */
export async function give(page: Page, label: string, verified: string, value: string): Promise<void> {
  const fields = page.locator('.yours details');
  if ((await fields.getAttribute('open')) === null) await fields.locator('summary').click();
  const input = inputOf(page, label, verified);
  await input.fill(value);
  await input.press('Tab');
  await kept(page);
}

/** The input of the value; labels that several values have are numbered. */
export function inputOf(page: Page, label: string, verified: string) {
  const exactly = (text: string) => new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?: \\d+)?\\s*$`);
  return page
    .locator('.yours p', { has: page.locator('label', { hasText: exactly(label) }) })
    .filter({ has: page.locator('code', { hasText: exactly(verified) }) })
    .locator('input');
}

/** What the page says besides its head, the form, and what was recorded. */
export async function adaptedText(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const body = document.body.cloneNode(true);
    for (const part of body.querySelectorAll('.yours, .recorded, .masthead, script')) part.remove();
    return body.textContent;
  })()`);
}
