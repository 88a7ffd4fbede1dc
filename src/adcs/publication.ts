import { DAY, type Instant, MINUTE } from '../determinism';
import type { CertificationAuthority } from './authority';
import type { Generation } from './generation';
import { afterPeriod, type Period } from './period';

/** The CRLs that an authority publishes, base and delta: when, and until when each is valid. */

/** The times of one CRL. */
export interface ListTimes {
  readonly thisUpdate: Instant;
  readonly nextPublish: Instant;
  readonly nextUpdate: Instant;
}

const LONGEST_OVERLAP = DAY / 2;

/**
 * The times of a base CRL that is published at `now`. It is effective ClockSkewMinutes before that, and the next one is
 * published after CRLPeriod. It is valid until the overlap and the skew after that have passed. Without a set overlap, a
 * tenth of the period is used, at most twelve hours. An overlap is at least one and a half times the skew, and at most the
 * period (Microsoft, "How EffectiveDate (thisupdate), NextUpdate and NextCRLPublish are calculated").
 */
export function listTimes(authority: CertificationAuthority, now: Instant): ListTimes {
  const { crl, crlOverlap } = authority.settings;
  const period = afterPeriod(now, crl) - now;
  const isSet = crlOverlap.count > 0;
  const overlap = isSet ? afterPeriod(now, crlOverlap) - now : Math.min(period / 10, LONGEST_OVERLAP);
  return timesOf(authority, { now, period, overlap });
}

/** The times of a delta CRL that is published at `now`. Its overlap is its period, at most twelve hours. */
export function deltaListTimes(authority: CertificationAuthority, now: Instant): ListTimes {
  const period = afterPeriod(now, authority.settings.crlDelta) - now;
  return timesOf(authority, { now, period, overlap: Math.min(period, LONGEST_OVERLAP) });
}

interface Spans {
  readonly now: Instant;
  readonly period: number;
  /** before it is limited */
  readonly overlap: number;
}

function timesOf({ clockSkewMinutes }: CertificationAuthority, { now, period, overlap }: Spans): ListTimes {
  const skew = clockSkewMinutes * MINUTE;
  const limited = Math.min(Math.max(overlap, 1.5 * skew), period);
  const nextPublish = now + period;
  return { thisUpdate: now - skew, nextPublish, nextUpdate: nextPublish + limited + skew };
}

/** One publication of the base CRL or the delta CRL of a key. */
export interface Publication {
  readonly at: Instant;
  /** the CRL number, which increases with every publication (RFC 5280, 5.2.3); both kinds of CRL share the numbers */
  readonly number: number;
}

/** Whether the authority publishes delta CRLs. One whose list is carried by hand does not. */
export function publishesDeltas({ settings, handPublished }: CertificationAuthority): boolean {
  return settings.crlDelta.count > 0 && handPublished === null;
}

/**
 * The publication that is at the distribution point at `now`. An authority whose list is published by hand has the list
 * that was carried there last. Otherwise, CertSvc publishes one list after the other while it runs, and one more with
 * each revocation (a deliberate difference: the real one waits for the next list). If there are delta CRLs, the list
 * that a revocation adds is a delta CRL.
 */
export function publicationAt(authority: CertificationAuthority, generation: Generation, now: Instant): Publication {
  const { handPublished } = authority;
  const until = handPublished ? handPublished.distributed : runningUntil(authority, now);
  const { base, unscheduled, revoked } = publicationsUntil(authority, generation, until);
  const withRevocations = publishesDeltas(authority) ? [] : revoked;
  const at = handPublished ? until : Math.max(base.last, ...unscheduled, ...withRevocations);
  return { at, number: numberAt(authority, generation, at) };
}

/** The delta CRL that is at the distribution point at `now`; undefined if the authority publishes none. */
export function deltaPublicationAt(
  authority: CertificationAuthority,
  generation: Generation,
  now: Instant,
): Publication | undefined {
  if (!publishesDeltas(authority)) return undefined;
  const until = runningUntil(authority, now);
  const { deltas, revoked } = publicationsUntil(authority, generation, until);
  const at = Math.max(publicationAt(authority, generation, now).at, deltas.last, ...revoked);
  return { at, number: numberAt(authority, generation, at) };
}

function runningUntil({ service }: CertificationAuthority, now: Instant): Instant {
  return service.stoppedAt === null ? now : Math.min(service.stoppedAt, now);
}

/** What has been published since the generation began: base CRLs by schedule and outside it, delta CRLs, revocations. */
function publicationsUntil(authority: CertificationAuthority, { certificate }: Generation, until: Instant) {
  const { settings, requests, service } = authority;
  const first = Math.min(certificate.notBefore, until);
  const none = { count: 0, last: first };
  return {
    base: multiplesUntil(first, settings.crl, until),
    unscheduled: service.unscheduledLists.filter((at) => at >= first && at <= until),
    deltas: publishesDeltas(authority) ? multiplesUntil(first, settings.crlDelta, until) : none,
    revoked: requests.flatMap(({ disposition }) =>
      disposition.kind === 'revoked' && disposition.at <= until ? [disposition.at] : [],
    ),
  };
}

/** The number of the CRL that is published at `at`: how many lists of the key there are until then. */
function numberAt(authority: CertificationAuthority, generation: Generation, at: Instant): number {
  const ofKey = authority.generations.filter(({ keyPair }) => keyPair.publicKeyId === generation.keyPair.publicKeyId);
  const [oldest = generation] = ofKey;
  const { base, unscheduled, deltas, revoked } = publicationsUntil(authority, oldest, at);
  const renewals = ofKey.slice(1).filter(({ certificate }) => certificate.notBefore <= at);
  return 1 + renewals.length + base.count + unscheduled.length + deltas.count + revoked.length;
}

/** How often a period has passed since `first`, and when it passed last. */
function multiplesUntil(first: Instant, period: Period, until: Instant): { count: number; last: Instant } {
  const length = afterPeriod(first, period) - first;
  const multiple = (count: number): Instant => afterPeriod(first, { ...period, count: count * period.count });
  let count = Math.floor((until - first) / length);
  while (multiple(count) > until) count -= 1;
  while (multiple(count + 1) <= until) count += 1;
  return { count, last: multiple(count) };
}
