import { type Determinism, takeBytes } from '../determinism';

/** What identifies a certificate at the authority that issues it. */
export interface SerialSource {
  /** index of the authority's certificate that signs, counted from 0 */
  readonly certificateIndex: number;
  readonly requestId: number;
}

/**
 * The next serial number, 20 digits of lower-case hex: four bytes of the tick count, two bytes of the index of the
 * authority's certificate, four bytes of the request ID. This is what AD CS writes if `HighSerial` is 0, the default
 * (PKI Solutions, "ADCS certificate serial number generation algorithms").
 */
export function takeSerialNumber(
  determinism: Determinism,
  { certificateIndex, requestId }: SerialSource,
): [serialNumber: string, next: Determinism] {
  const [bytes, next] = takeBytes(determinism, TICK_COUNT_BYTES);
  // the first digit makes the number positive and its length constant
  const ticks = `6${Buffer.from(bytes).toString('hex').slice(1)}`;
  return [ticks + hex(certificateIndex, 4) + hex(requestId, 8), next];
}

/** The serial number of a root, which no authority issues: 16 random bytes, lower-case hex. */
export function takeRootSerialNumber(determinism: Determinism): [serialNumber: string, next: Determinism] {
  const [bytes, next] = takeBytes(determinism, ROOT_BYTES);
  return [`1${Buffer.from(bytes).toString('hex').slice(1)}`, next];
}

const TICK_COUNT_BYTES = 4;
const ROOT_BYTES = 16;

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
