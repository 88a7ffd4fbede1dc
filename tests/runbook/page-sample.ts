/** With `ALL_PAGES=1`, the tests in the browser look at all pages; otherwise, at a sample of those that are alike. */
const ALL = process.env.ALL_PAGES === '1';

/** The pages of this list at which a test looks: those of the sample, or all. The sample must be in the list. */
export function sampled(pages: readonly string[], sample: readonly string[]): readonly string[] {
  const lost = sample.filter((page) => !pages.includes(page));
  if (lost.length > 0) throw new Error(`not in the list of pages: ${lost.join(', ')}`);
  return ALL ? pages : sample;
}
