import type { WebRequest } from '../adcs/certsrv/web';

/** The request id that a request to the site names, in the query or in the form; undefined if it names none. */
export function requestIdIn({ target, form }: Pick<WebRequest, 'target' | 'form'>): number | undefined {
  const [, query = ''] = target.split('?');
  const named = [...new URLSearchParams(query), ...Object.entries(form)].find(([name]) => /^reqid$/i.test(name));
  return named && /^\d{1,15}$/.test(named[1]) ? Number(named[1]) : undefined;
}
