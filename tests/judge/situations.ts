import { CERTIFICATE_SITUATIONS } from './certificate-situations';
import { EXTENSION_SITUATIONS } from './extension-situations';
import { KEY_SITUATIONS } from './key-situations';
import { PEER_SITUATIONS } from './peer-situations';
import { inOrderBut, type Situations, shipped } from './situation';
import { TRUST_SITUATIONS } from './trust-situations';

/** Correct and incorrect pools, by their changes. */
export const SITUATIONS: Situations = {
  'everything in order': inOrderBut(),
  'the environment single-server': shipped('single-server'),
  'the environment standalone-ca': shipped('standalone-ca'),
  'the environment three-tier-zh-TW': shipped('three-tier-zh-TW'),
  ...KEY_SITUATIONS,
  ...CERTIFICATE_SITUATIONS,
  ...EXTENSION_SITUATIONS,
  ...TRUST_SITUATIONS,
  ...PEER_SITUATIONS,
};
