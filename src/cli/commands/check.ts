import { combinedTexts, englishWords, type FactWords, wordsOf } from '../../fact';
import type { Finding } from '../../judge/finding';
import { FINDING_TEXTS } from '../../judge/finding-texts';
import { DEFAULT_ENVIRONMENT } from '../../package/folder';
import { committedSource } from '../../package/rehearsal-keys';
import { readText } from '../../package/text-file';
import { poolDeployment } from '../../pool-state/pool-deployment';
import { readServerState } from '../../pool-state/read-server-state';
import { type PoolFindings, poolFindings, type Unknown } from '../../pool-state/unknowns';
import { PRODUCTS } from '../../products/products';
import { buildDeployment } from '../../world/build-deployment';
import { productNamed, readEnvironment } from '../../world/environment-file/read-environment';
import { existing } from '../input/existing-path';
import { TONES } from '../output/findings-report';
import { harmless } from '../output/harmless';
import { type Paint, paintFor } from '../terminal/paint';
import { print } from '../terminal/print';

export interface CheckOptions {
  readonly environment?: string;
  readonly json: boolean;
}

/**
 * `rehearse check`: the judge's findings about a real pool, from the states of its servers, and what the states cannot
 * decide. Returns 1 if a finding is an error, or if a server of a pool has no state although another has one. Throws an InputError for a state that cannot be read.
 */
export function check(files: readonly string[], { environment = DEFAULT_ENVIRONMENT, json }: CheckOptions): number {
  for (const file of files) existing(file, `there is no state ${file}; collect one with: rehearse collect`);
  existing(environment, `there is no environment file ${environment}; make one with: rehearse init`);
  const states = files.map((file) => readServerState(readText(file), file));
  const described = readEnvironment(readText(environment), environment, PRODUCTS);
  const product = productNamed(described.product, PRODUCTS);
  const base = buildDeployment(described, committedSource(), product);
  const found = poolFindings(poolDeployment(base, states), states);
  const words = englishWords(combinedTexts(FINDING_TEXTS, product.texts));
  if (json) process.stdout.write(`${JSON.stringify(asJson(found, words))}\n`);
  else print(process.stdout, asText(found, words, paintFor(process.stdout)));
  return found.unseen.length > 0 || found.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function asJson({ findings, unknown, unseen }: PoolFindings, words: FactWords): object {
  return {
    findings: findings.map(({ code, severity, pool, server, detail, cause, remedy, source }) => ({
      code,
      severity,
      server: server ?? null,
      on: pool,
      detail: wordsOf(detail, words),
      cause: cause ?? null,
      remedy: wordsOf(remedy, words),
      source: wordsOf(source, words),
    })),
    unknown,
    notChecked: unseen,
  };
}

function asText({ findings, unknown, unseen }: PoolFindings, words: FactWords, paint: Paint): string {
  const found = findings.map((one) => findingText(one, words, paint)).join('');
  const none = findings.length === 0 ? 'no findings in what the states say\n' : '';
  const missing = unseen
    .map((server) => `${paint('attention', 'not checked')}  ${harmless(server)}: give its state too\n`)
    .join('');
  return `${found}${none}${missing}not known:\n${unknown.map(unknownText).join('')}`;
}

function findingText(
  { code, severity, pool, server, detail, remedy }: Finding,
  words: FactWords,
  paint: Paint,
): string {
  const tone = severity === 'info' ? severity : paint(TONES[severity], severity);
  return `${tone}  ${code}  ${harmless(server ?? pool)}\n  ${harmless(wordsOf(detail, words))}\n  fix: ${harmless(wordsOf(remedy, words))}\n`;
}

function unknownText({ codes, server, reason }: Unknown): string {
  const which = codes.length === 0 ? 'every finding' : codes.join(', ');
  return `  ${harmless(server ?? 'every server')}: ${which}: ${harmless(reason)}\n`;
}
