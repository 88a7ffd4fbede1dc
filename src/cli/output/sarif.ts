import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FactWords, wordsOf } from '../../fact';
import type { Finding } from '../../judge/finding';
import type { Unknown } from '../../pool-state/unknown';
import type { CodePages } from '../../world/product-findings';
import { pageFact } from '../../world/product-findings';
import type { CheckedPool } from './pool-findings-text';

/** SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"). */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

/** What the log says besides the result of the check. */
export interface SarifContext {
  readonly version: string;
  readonly pages: CodePages;
  readonly words: FactWords;
}

/**
 * The result of a check as a SARIF log. Each code is a rule. A finding is a failure at the file of its server, and what the
 * states do not decide is an open result.
 */
export function sarifLog(checked: CheckedPool, context: SarifContext): object {
  const rules = Object.keys(context.pages);
  const driver = { name: 'rehearse', version: context.version, rules: rules.map((code) => ruleOf(code, context)) };
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notificationsOf(checked) }],
        columnKind: 'utf16CodeUnits',
        results: [
          ...checked.findings.map((one) => failureOf(one, checked, { ...context, rules })),
          ...checked.unknown.flatMap((one) => openOf(one, checked, { ...context, rules })),
        ],
      },
    ],
  };
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

function ruleOf(code: string, { pages, words }: SarifContext): object {
  const page = pages[code];
  const text = (part: Parameters<typeof pageFact>[1]): string => wordsOf(pageFact(code, part), words);
  return {
    id: code,
    shortDescription: { text: text('title') },
    fullDescription: { text: text('cause') },
    help: { text: `${text('symptom')}\n${text('cause')}\nCheck: ${page?.check ?? ''}\nFix: ${text('fix')}` },
    defaultConfiguration: { level: LEVELS[page?.severity ?? 'error'] },
    properties: { source: text('source'), certainty: page?.certainty ?? '' },
  };
}

interface RuledContext extends SarifContext {
  readonly rules: readonly string[];
}

function failureOf(finding: Finding, checked: CheckedPool, { rules, words }: RuledContext): object {
  const { code, severity, server, pool, cause, detail, remedy } = finding;
  const found = wordsOf(detail, words);
  const { thumbprint } = detail.parameters;
  const certificate = typeof thumbprint === 'string' ? thumbprint : undefined;
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    kind: 'fail',
    level: LEVELS[severity],
    message: { text: `${found}\nFix: ${wordsOf(remedy, words)}` },
    locations: locationsOf(checked, server, pool, certificate),
    partialFingerprints: {
      'codeServerCauseCertificate/v1': [code, server ?? pool, cause ?? '', certificate ?? ''].join('|'),
    },
    ...(cause === undefined ? {} : { properties: { cause } }),
  };
}

/** One result for each code that is open. */
function openOf({ codes, server, reason, wanted }: Unknown, checked: CheckedPool, { rules, words }: RuledContext) {
  const hint = wanted ? `; needed: ${wordsOf(wanted, words)}` : '';
  return codes
    .filter((code) => rules.includes(code))
    .map((code) => ({
      ruleId: code,
      ruleIndex: rules.indexOf(code),
      kind: 'open',
      level: 'none',
      message: { text: `not known: ${wordsOf(reason, words)}${hint}` },
      locations: locationsOf(checked, server),
    }));
}

/** The files of the server, or of all servers. A logical location is the server, and the certificate on it. */
function locationsOf({ read }: CheckedPool, server?: string, pool?: string, certificate?: string): object[] {
  const files = read.filter((one) => server === undefined || one.server === server).flatMap((one) => one.files);
  const place = server ?? pool;
  const whole = place === undefined ? [] : [{ name: place, fullyQualifiedName: place, kind: 'resource' }];
  const part =
    place === undefined || certificate === undefined
      ? []
      : [{ name: certificate, fullyQualifiedName: `${place}/${certificate}`, kind: 'resource' }];
  const logical = whole.length > 0 ? { logicalLocations: [...whole, ...part] } : {};
  const physical = files.map((file) => ({ physicalLocation: { artifactLocation: { uri: uriOf(file) } }, ...logical }));
  return physical.length > 0 ? physical : whole.length > 0 ? [logical] : [];
}

/** A relative reference for a relative path (RFC 3986 §4.2), else a `file:` address. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split(sep).map(encodeURIComponent).join('/');
}

/** Servers without a state, replicas that are not up to date, and files that were not read. */
function notificationsOf({ unseen, replication, ignored }: CheckedPool): object[] {
  const warning = (text: string) => ({ level: 'warning', message: { text } });
  return [
    ...unseen.map((server) => warning(`not checked: no state tells the certificates of ${server}`)),
    ...replication.filter((one) => !one.upToDate).map(({ replica }) => warning(`${replica} is not up to date`)),
    ...ignored.map((reason) => warning(`not read: ${reason}`)),
  ];
}
