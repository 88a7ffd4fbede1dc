import { type ArgumentsOf, englishWords, type Fact, factsOf, wordsOf } from '../../fact';

/** Why bytes are not a valid encoding, in English. */
export const ENCODING_FACTS = {
  'encoding.truncated': 'the file is truncated',
  'encoding.too-few-bytes': 'a length announces {announced} bytes, and {available} are available',
  'encoding.long-length': 'a length has more than four bytes',
  'encoding.long-tag': 'a tag has more than one byte',
  'encoding.endless-primitive': 'a primitive value has no length',
  'encoding.too-deep': 'values are nested more than {most} levels deep',
  'encoding.bags-too-deep': 'bags are nested more than {most} levels deep',
  'encoding.primitive': 'a value is primitive and must be constructed',
  'encoding.missing': 'a value is missing',
  'encoding.other-tag': 'a value has the tag {found}; {expected} is expected',
  'encoding.after-signature': 'a value follows the signature',
  'encoding.large-arc': 'a part of an object identifier is too large',
  'encoding.truncated-identifier': 'an object identifier is truncated',
  'encoding.empty-integer': 'an integer is empty',
  'encoding.large-number': 'a number is too large',
  'encoding.bit-string': 'a bit string is empty or consists of several parts',
  'encoding.time': 'a time has an invalid format',
  'encoding.date': 'a date does not exist',
  'encoding.text': 'a {type} contains a character that its type does not have',
  'encoding.repeated-extension': 'the extension {id} occurs twice',
  'encoding.explicit-curve': 'an elliptic curve is given by its parameters and not by its name',
  'encoding.empty-modulus': 'an RSA modulus is empty',
  'encoding.not-mgf1': 'a mask generation function is not MGF1',
  'encoding.version': 'the version is {found}; 3 is expected',
  'encoding.no-iterations': 'the number of iterations to derive a key is less than 1',
  'encoding.mac-key': 'the key of the MAC has an impossible length',
  'encoding.cipher-key': 'the length of a key does not fit its cipher',
  'encoding.padding': 'the padding is invalid',
} as const;

const encodingFact = factsOf(ENCODING_FACTS);
const ENGLISH = englishWords(ENCODING_FACTS);

/** Bytes are not a valid encoding. Each reader of this room turns it into its own Refusal. */
export class EncodingError extends Error {
  readonly reason: Fact;

  constructor(reason: Fact) {
    super(wordsOf(reason, ENGLISH));
    this.reason = reason;
  }
}

/** An EncodingError with the reason of this code. */
export function encodingError<Code extends keyof typeof ENCODING_FACTS>(
  code: Code,
  ...parameters: ArgumentsOf<(typeof ENCODING_FACTS)[Code]>
): EncodingError {
  return new EncodingError(encodingFact(code, ...parameters));
}
