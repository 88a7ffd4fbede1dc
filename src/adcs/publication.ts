import { DAY, type Instant, MINUTE } from '../determinism';
import type { CertificationAuthority } from './authority';
import type { Generation } from './generation';
import { afterPeriod, type Period } from './period';

/** The base CRLs that an authority publishes: when, and until when each is valid. */

/** The times of one base CRL. */
export interface ListTimes {
  readonly thisUpdate: Instant;
  readonly nextPublish: Instant;
  readonly nextUpdate: Instant;
}

const LONGEST_OVERLAP = DAY / 2;

/**
 * The times of a CRL that is published at `now`. It is effective ClockSkewMinutes before that, and the next one is
 * published after CRLPeriod. It is valid until the overlap and the skew after that have passed. Without a set overlap, a
 * tenth of the period is used, at most twelve hours. An overlap is at least one and a half times the skew, and at most the
 * period (Microsoft, "How EffectiveDate (thisupdate), NextUpdate and NextCRLPublish are calculated").
 */
export function listTimes({ settings, clockSkewMinutes }: CertificationAuthority, now: Instant): ListTimes {
  const skew = clockSkewMinutes * MINUTE;
  const nextPublish = afterPeriod(now, settings.crl);
  const period = nextPublish - now;
  const set = settings.crlOverlap.count > 0;
  const wanted = set ? afterPeriod(now, settings.crlOverlap) - now : Math.min(period / 10, LONGEST_OVERLAP);
  const overlap = Math.min(Math.max(wanted, 1.5 * skew), period);
  return { thisUpdate: now - skew, nextPublish, nextUpdate: nextPublish + overlap + skew };
}

/** One publication of the base CRL of a key. */
export interface Publication {
  readonly at: Instant;
  /** the CRL number, which increases with every publication */
  readonly number: number;
}

/**
 * The publication that is at the distribution point at `now`. An authority whose list is published by hand has the list
 * that was carried there last. Otherwise, CertSvc publishes one list after the other while it runs, and one more with
 * each revocation (a deliberate difference: the real one waits for the next list).
 */
export function publicationAt(authority: CertificationAuthority, generation: Generation, now: Instant): Publication {
  const { handPublished, service, settings, requests } = authority;
  const { notBefore } = generation.certificate;
  const running = service.stoppedAt === null ? now : Math.min(service.stoppedAt, now);
  const until = handPublished ? handPublished.distributed : running;
  const scheduled = multiplesUntil(Math.min(notBefore, until), settings.crl, until);
  const revoked = requests.flatMap(({ disposition }) =>
    disposition.kind === 'revoked' && disposition.at <= until ? [disposition.at] : [],
  );
  const at = handPublished ? until : Math.max(scheduled.last, Math.min(service.unscheduledList, until), ...revoked);
  return { at, number: 1 + scheduled.count + revoked.length };
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
