/**
 * The kinds of value that the environment file is made of. Each says in one phrase what it accepts: that phrase is
 * the error message of every check on it, whichever of them fails.
 */
import { z } from 'zod';

const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const DNS_NAME = new RegExp(`^(?=.{1,253}$)${LABEL}(?:\\.${LABEL})+$`);
const PATH_PART = '(?! )[^\\\\/:*?"<>|\\x00-\\x1f]*[^\\\\/:*?"<>|\\x00-\\x1f. ]';
const DEVICE =
  '(?:[Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|[Cc][Oo][Mm][1-9]|[Ll][Pp][Tt][1-9])(?:\\.|\\\\|$)';
const ROOT = '(?:[A-Za-z]:|\\\\\\\\[A-Za-z0-9][A-Za-z0-9.-]*\\\\[^\\\\/:*?"<>|\\x00-\\x1f]+)';
const WINDOWS_PATH = new RegExp(`^(?=.{4,259}$)${ROOT}(?:\\\\(?!${DEVICE})${PATH_PART})+$`);
const AUTHORITY_NAME = '^(?! )[^\\\\/\\u0000-\\u001f\\u007f]{0,63}[^\\\\/\\u0000-\\u0020\\u007f]$';
const USAGE = /^(?:serverAuth|clientAuth|codeSigning|emailProtection|timeStamping|[0-2](?:\.(?:0|[1-9]\d*))+)$/;

/** Text that matches `pattern`; anything else is answered with `accepted`. */
export function text(accepted: string, pattern: RegExp) {
  return z.string({ error: accepted }).regex(pattern, { error: accepted });
}

/** Text of 1 to `longest` characters without control characters or blanks at its ends. */
export function words(longest: number) {
  const pattern = new RegExp(`^(?! )[^\\u0000-\\u001f\\u007f]{0,${longest - 1}}[^\\u0000-\\u0020\\u007f]$`, 'u');
  return text(`text of 1 to ${longest} characters`, pattern);
}

/** One of the given values, written as they are. */
export function choice<const Value extends string | number>(values: readonly Value[]) {
  return z.literal([...values], { error: values.join(', ') });
}

/** `true` or `false`; YAML 1.2 takes `yes` and `on` for text. */
export function yesNo() {
  return z.boolean({ error: 'true, false' });
}

/** A whole number, both ends included. */
export function whole(from: number, to: number) {
  const error = `a whole number from ${from} to ${to}`;
  return z.int({ error }).min(from, { error }).max(to, { error });
}

/** A list of at least `fewest` and at most `most` items. */
export function list<Item extends z.ZodType>(item: Item, fewest: number, most: number) {
  const least = fewest > 0 ? `at least ${fewest}` : 'any number';
  const error = most < MANY ? `a list of ${fewest} to ${most} items` : `a list ("- item" lines) of ${least}`;
  return z.array(item, { error }).min(fewest, { error }).max(most, { error });
}

/** More items than any list of the file may have. */
export const MANY = 500;

/** A mapping with exactly these keys; an unknown key is answered with the known ones. */
export function section<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? keys : `a mapping with the keys ${keys}`),
  });
}

/** Letters, digits and hyphens in at least two labels (RFC 1123); no wildcard, no dot at the end. */
export const dnsName = () =>
  text('a fully qualified domain name in ASCII with its DNS suffix, such as edge01.contoso.com', DNS_NAME);

/** From a drive letter or a share, without what Windows reserves in names of files. */
export const windowsPath = () =>
  text(
    'a full Windows path such as C:\\Certificates\\file.cer, without < > : " / | ? * and device names',
    WINDOWS_PATH,
  );

/** What Lync Server 2013 runs on. `2012` without quotes is a number in YAML, and is meant. */
export const windowsVersion = () =>
  z
    .literal(['2008 R2', '2012', '2012 R2', 2012], { error: '2008 R2, 2012, 2012 R2' })
    .transform((version) => (version === 2012 ? '2012' : version));

/** A short name of RFC 5280, or the dotted form of any usage. */
export const extendedKeyUsage = () =>
  text('serverAuth, clientAuth, codeSigning, emailProtection, timeStamping, or an object identifier', USAGE);

/** `DOMAIN\account` or a bare account name, without what Windows refuses in one. */
export const accountName = () =>
  text(
    'an account such as CONTOSO\\lyncadmin or Administrator',
    /^(?:[A-Za-z0-9-]{1,15}\\)?(?! )[^"/\\[\]:;|=,+*?<>@]{1,64}$/,
  );

/** As a common name (RFC 5280: at most 64 characters), and without what would break `host\name`. */
export const authorityName = () =>
  text('a name of 1 to 64 characters without / and \\', new RegExp(AUTHORITY_NAME, 'u'));

/** UTC only, so that the same file gives the same certificates everywhere. */
export const instant = () => {
  const error = 'a date and time in UTC from 2000 to 2099, such as 2013-11-07T09:00:00Z';
  return z.iso.datetime({ error }).regex(/^20/, { error });
};
