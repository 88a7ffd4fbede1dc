import { type Console, run } from '../console';
import { namedValues } from '../named-values';

/** Opens "Submit a Certificate Request" of certsrv on the server where the person sits. */
export function openRequestPage(console: Console, scheme: 'http' | 'https' = 'https'): Console {
  const address = namedValues(console.deployment)['certsrv address'] ?? '';
  const page = scheme === 'http' ? 'certrqma.asp' : 'certrqxt.asp';
  return run(console, `${address.replace(/^https/, scheme)}/${page}`);
}
