import { DAY, MINUTE } from '../../src/determinism';
import { certifiedAnew, certifiedPublicly } from './authority-changes';
import { assigning, clockAhead, later, on, presenting, seeing, without } from './changes';
import { FIRST, FRONT, inOrderBut, SECOND, type Situations, YEAR } from './situation';

/** Clocks that differ, and certificates of the Front End Server that an Edge Server accepts or rejects. */

const frontExpired = seeing(({ determinism: { now } }) => presenting(FRONT, { notAfter: now - 1000 }));

export const PEER_SITUATIONS: Situations = {
  'the clock of an Edge Server years behind': inOrderBut(clockAhead(SECOND, -3 * YEAR)),
  'the clock of an Edge Server years ahead': inOrderBut(clockAhead(SECOND, 3 * YEAR)),
  'the clock of an Edge Server four minutes ahead': inOrderBut(clockAhead(SECOND, 4 * MINUTE)),
  'the clock of an Edge Server four minutes behind, a day later': inOrderBut(
    later(DAY),
    clockAhead(SECOND, -4 * MINUTE),
  ),
  'the clock of the Front End Server after the end of the revocation list': inOrderBut(clockAhead(FRONT, 10 * DAY)),
  'the clock of an Edge Server before the Front End Server was certified': inOrderBut(clockAhead(SECOND, -7 * MINUTE)),
  'every certificate expired, but not by the clock of an Edge Server': inOrderBut(
    later(3 * YEAR),
    clockAhead(SECOND, -3 * YEAR),
  ),
  'the clock of the Front End Server years ahead': inOrderBut(clockAhead(FRONT, 3 * YEAR)),
  'the Front End Server certified by the public authority': inOrderBut(certifiedPublicly(FRONT, { path: true })),
  'the Front End Server certified by the public authority, the path not sent': inOrderBut(
    certifiedPublicly(FRONT, { path: false }),
  ),
  'the certificate of the Front End Server expired': inOrderBut(frontExpired),
  'the certificate of the Front End Server for Client Authentication only': inOrderBut(
    presenting(FRONT, { extendedKeyUsage: ['clientAuth'] }),
  ),
  'the certificate of the Front End Server for another name': inOrderBut(
    presenting(FRONT, { subjectAlternativeNames: ['sip.contoso.com'] }),
  ),
  'the certificate of the Front End Server for the server alone': inOrderBut(
    presenting(FRONT, { subjectAlternativeNames: [FRONT] }),
  ),
  'the private key of the Front End Server deleted': inOrderBut(on(FRONT, (machine) => ({ ...machine, keys: [] }))),
  'no certificate on the Front End Server': inOrderBut(
    without(FRONT, 'My', () => true),
    assigning(FRONT, null),
  ),
  'the Front End Server certified by what is no authority': inOrderBut(
    certifiedPublicly(FIRST, { path: true }),
    certifiedPublicly(SECOND, { path: true }),
    certifiedAnew('intermediate', { isCa: false }),
  ),
};
