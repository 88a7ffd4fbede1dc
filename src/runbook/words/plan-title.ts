import { saying } from './headings';
import type { PageWords } from './page-words';

/**
 * The title of the page of a plan.
 *
 * @param plan.title what a further plan of the pool changes; empty for the main one
 */
export function planTitle(plan: { readonly pool: string; readonly title: string }, words: PageWords): string {
  const { pool, title } = plan;
  return title === '' ? saying(words)('planTitle', { pool }) : saying(words)('furtherPlanTitle', { pool, title });
}
