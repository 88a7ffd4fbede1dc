/**
 * The kinds of value in the environment file. Each has one phrase for the accepted values. This phrase is the error
 * message of every check of the kind.
 */
import {
  array,
  boolean,
  custom,
  type GenericSchema,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  type ObjectEntries,
  picklist,
  pipe,
  regex,
  safeParse,
  strictObject,
  string,
  transform,
  unknown,
} from 'valibot';
import { USUAL_VERSION, type WindowsVersion } from '../../windows/versions';

const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const DNS_NAME = new RegExp(`^(?=.{1,253}$)(?!.*\\.[0-9]+$)${LABEL}(?:\\.${LABEL})+$`);
const PATH_PART = '(?! )[^\\\\/:*?"<>|\\x00-\\x1f]*[^\\\\/:*?"<>|\\x00-\\x1f. ]';
const DEVICE =
  '(?:[Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|[Cc][Oo][Mm][1-9]|[Ll][Pp][Tt][1-9])(?:\\.|\\\\|$)';
const WINDOWS_PATH = new RegExp(`^(?=.{4,259}$)[A-Za-z]:(?:\\\\(?!${DEVICE})${PATH_PART})+$`);
const TYPED_NAME = '^(?! )[^"\\\\/\\u0000-\\u001f\\u007f]{0,63}[^"\\\\/\\u0000-\\u0020\\u007f]$';
const DAY_OF_YEAR =
  '(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])';
const DAY = `\\d{2}-(?:${DAY_OF_YEAR})|(?:[02468][048]|[13579][26])-02-29`;
const INSTANT = new RegExp(`^20(?:${DAY})T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$`);
const USAGE = /^(?:serverAuth|clientAuth|codeSigning|emailProtection|timeStamping|[0-2](?:\.(?:0|[1-9]\d*))+)$/;

/** Text that matches `pattern`; for other text, the error message is `accepted`. */
export function text(accepted: string, pattern: RegExp) {
  return pipe(string(accepted), regex(pattern, accepted));
}

/** Text of 1 to `longest` characters without control characters and without white space at its ends. */
export function words(longest: number) {
  const pattern = new RegExp(`^(?! )[^\\u0000-\\u001f\\u007f]{0,${longest - 1}}[^\\u0000-\\u0020\\u007f]$`, 'u');
  return text(`text of 1 to ${longest} characters`, pattern);
}

/** One of the given values, written exactly like that. */
export function choice<const Value extends string | number>(values: readonly Value[]) {
  return picklist(values, values.join(', '));
}

/** `true` or `false`; in YAML 1.2, `yes` and `on` are text. */
export function yesNo() {
  return boolean('true, false');
}

/** A whole number in an inclusive range. */
export function whole(from: number, to: number) {
  const accepted = `a whole number from ${from} to ${to}`;
  return pipe(number(accepted), integer(accepted), minValue(from, accepted), maxValue(to, accepted));
}

/** A list of `fewest` to `most` items. The items are checked only if their number is valid. */
export function list<Item extends GenericSchema>(item: Item, fewest: number, most: number) {
  const least = fewest > 0 ? `at least ${fewest}` : 'any number';
  const accepted = most < MANY ? `a list of ${fewest} to ${most} items` : `a list ("- item" lines) of ${least}`;
  const tooMany = most < MANY ? accepted : `a list of at most ${most} items`;
  const items = array(unknown(), accepted);
  return pipe(items, minLength(fewest, accepted), maxLength(most, tooMany), array(item, accepted));
}

/** More items than any list of the file may have. */
export const MANY = 500;

/** The largest number of servers in a pool, in the environment file and in the steps that describe one. */
export const MOST_SERVERS = 64;

/** A mapping with exactly these keys. The error for an unknown key lists them; a missing key counts as empty. */
export function section<const Entries extends ObjectEntries>(entries: Entries) {
  const keys = Object.keys(entries).join(', ');
  const mapping = custom<object>(isMapping, `a mapping with the keys ${keys}`);
  return pipe(
    mapping,
    strictObject(entries, ({ expected, path }) => {
      const missing = expected === 'never' ? undefined : entries[String(path?.[0].key)];
      return (missing && safeParse(missing, null).issues?.[0].message) ?? keys;
    }),
  );
}

/** Valibot would look for keys in lists, too. */
function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Letters, digits and hyphens in at least two labels (RFC 1123), without a wildcard and without a final dot. The last
 * label is not a number, as it is in an IPv4 address (RFC 3696, section 2).
 */
export const dnsName = () =>
  text('a fully qualified domain name in ASCII with its DNS suffix, such as server01.contoso.com', DNS_NAME);

/** A path from a drive letter, without characters that Windows reserves in file names. */
export const windowsPath = () =>
  text(
    'a full path on a local drive such as C:\\Certificates\\file.cer, without < > : " / | ? * and device names',
    WINDOWS_PATH,
  );

/** A version of Windows Server. One without quotes that is a number in YAML is meant as text. */
export function windowsVersion(versions: readonly WindowsVersion[]) {
  const asNumbers = versions.map(Number).filter((version) => !Number.isNaN(version));
  return pipe(
    picklist([...versions, ...asNumbers], versions.join(', ')),
    transform((written) => versions.find((version) => version === String(written)) ?? USUAL_VERSION),
  );
}

/** A short name of RFC 5280, or any usage in dotted form. */
export const extendedKeyUsage = () =>
  text('serverAuth, clientAuth, codeSigning, emailProtection, timeStamping, or an object identifier', USAGE);

/** `DOMAIN\account` or an account name, without characters that Windows rejects in account names. */
export const accountName = () =>
  text(
    'an account such as CONTOSO\\administrator or Administrator',
    /^(?:[A-Za-z0-9-]{1,15}\\)?(?! )[^"/\\[\]:;|=,+*?<>@]{1,64}$/,
  );

/**
 * The name of an authority or a template. It is a common name (RFC 5280: at most 64 characters), without characters
 * that break `host\name` or a quoted command argument.
 */
export const typedName = () => text('a name of 1 to 64 characters without " / and \\', new RegExp(TYPED_NAME, 'u'));

/** UTC only, so that the same file gives the same certificates everywhere. */
export const instant = () => text('a date and time in UTC from 2000 to 2099, such as 2013-11-07T09:00:00Z', INSTANT);

/** A length of time that Certificate Services can express. */
export const period = () =>
  text(
    'a number of hours, days, weeks, months or years, such as 200 days',
    /^[1-9][0-9]{0,4} (?:hour|day|week|month|year)s?$/,
  );
