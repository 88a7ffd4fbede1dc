import { DAY } from '../../src/determinism';
import { certifiedAnew, certifiedPublicly, held, missing, renewed, selfSigned } from './authority-changes';
import { type Change, seeing } from './changes';
import { FIRST, FRONT, inOrderBut, policy, SECOND, type Situations } from './situation';

/** Certification paths, and the stores that contain them. */

const ended = (kind: 'root' | 'intermediate'): Change =>
  seeing(({ determinism: { now } }) => certifiedAnew(kind, { notAfter: now - DAY }));

export const TRUST_SITUATIONS: Situations = {
  'the root missing on an Edge Server': inOrderBut(missing('root', SECOND)),
  'the root missing on the Front End Server': inOrderBut(missing('root', FRONT)),
  'the root of an Edge Server in the store for intermediate ones': inOrderBut(
    missing('root', SECOND),
    held('root', SECOND, 'CA'),
  ),
  'the root of the Front End Server in the store for intermediate ones': inOrderBut(
    missing('root', FRONT),
    held('root', FRONT, 'CA'),
  ),
  'the intermediate certificate missing on an Edge Server': inOrderBut(missing('intermediate', SECOND)),
  'the intermediate certificate missing on the Front End Server': inOrderBut(missing('intermediate', FRONT)),
  'the intermediate certificate missing on both': inOrderBut(
    missing('intermediate', SECOND),
    missing('intermediate', FRONT),
  ),
  'the intermediate certificate among the roots as well': policy(inOrderBut(held('intermediate', SECOND, 'Root'))),
  'the intermediate certificate among the roots only': policy(
    inOrderBut(held('intermediate', SECOND, 'Root'), missing('intermediate', SECOND)),
  ),
  'the intermediate certificate among the roots in place of the root': policy(
    inOrderBut(held('intermediate', SECOND, 'Root'), missing('root', SECOND)),
  ),
  'certified by the public authority': inOrderBut(certifiedPublicly(SECOND, { path: true })),
  'certified by the public authority, its certificate not imported': inOrderBut(
    certifiedPublicly(SECOND, { path: false }),
  ),
  'certified by the public authority, the root of the organization missing': inOrderBut(
    certifiedPublicly(SECOND, { path: true }),
    missing('root', SECOND),
  ),
  'self-signed, trusted by both': inOrderBut(selfSigned(SECOND, FRONT)),
  'self-signed, trusted by itself': inOrderBut(selfSigned(SECOND)),
  'self-signed, trusted by the Front End Server': inOrderBut(selfSigned(FRONT)),
  'self-signed, trusted by nobody': inOrderBut(selfSigned()),
  'the root has expired': inOrderBut(ended('root')),
  'the issuing authority has expired': inOrderBut(ended('intermediate')),
  'the issuing authority is no authority': inOrderBut(certifiedAnew('intermediate', { isCa: false })),
  'the issuing authority may not sign certificates': inOrderBut(
    certifiedAnew('intermediate', { keyUsage: ['digitalSignature', 'cRLSign'] }),
  ),
  'the root allows one authority below it': inOrderBut(certifiedAnew('root', { pathLength: 1 })),
  'the root allows no authority below it': inOrderBut(certifiedAnew('root', { pathLength: 0 })),
  'the issuing authority has a new key, every server knows': inOrderBut(renewed(FIRST, SECOND)),
  'the issuing authority has a new key, one Edge Server does not know': inOrderBut(renewed(FIRST)),
};
