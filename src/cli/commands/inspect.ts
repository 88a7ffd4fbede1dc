import { now } from '../../execution/clock';
import { fileErrorText } from '../../file-error';
import { InputError } from '../../input-error';
import { inspectFile } from '../../inspection/inspect-file';
import type { Inspection } from '../../inspection/inspection';
import type { InspectionOptions } from '../../inspection/inspection-options';
import type { NamedBytes } from '../../inspection/reading/read-file';
import { DEFAULT_ENVIRONMENT } from '../../package/folder';
import { committedSource } from '../../package/rehearsal-keys';
import { readText } from '../../package/text-file';
import { PRODUCTS } from '../../products/products';
import { buildDeployment } from '../../world/build-deployment';
import type { Deployment } from '../../world/deployment';
import { readEnvironment } from '../../world/environment-file/read-environment';
import { certificateFile, certificatesFrom, crlFrom } from '../input/certificate-files';
import { existing } from '../input/existing-path';
import { instantIn } from '../input/instants';
import { inspectionText } from '../output/inspection-text';
import { paintFor } from '../terminal/paint';
import { print } from '../terminal/print';

export interface InspectOptions {
  readonly password?: string;
  readonly passwordFile?: string;
  readonly environment?: string;
  readonly pool?: string;
  readonly at?: string;
  readonly chain?: readonly string[];
  readonly root?: readonly string[];
  readonly crl?: readonly string[];
  readonly purpose?: string;
  readonly json: boolean;
}

const UNREADABLE = 2;

/**
 * `rehearse inspect`: what each file is, which step would refuse it, and what it would break. Returns the worst code of
 * all files. 0: nothing is wrong. 1: a finding is an error, or a path fails. 2: a file cannot be read. Throws an InputError for options that cannot be used.
 */
export function inspect(files: readonly string[], options: InspectOptions): number {
  const setting = settingOf(options);
  const terminal = options.json ? process.stderr : process.stdout;
  const paint = paintFor(terminal);
  const codes = files.map((name) => {
    const file = opened(name);
    if (typeof file === 'string') {
      print(process.stderr, `${paintFor(process.stderr)('bad', 'error:')} ${file}\n`);
      return UNREADABLE;
    }
    const inspection = inspectFile(file, setting);
    if (options.json) process.stdout.write(`${JSON.stringify(inspection)}\n`);
    print(terminal, inspectionText(inspection, setting, paint));
    return exitCode(inspection);
  });
  return Math.max(0, ...codes);
}

function exitCode({ ok, findings, path }: Inspection): number {
  if (!ok) return UNREADABLE;
  return path?.ok === false || findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The file, or the error about it: the other files are inspected all the same. */
function opened(name: string): NamedBytes | string {
  try {
    return certificateFile(name);
  } catch (error) {
    const text = error instanceof InputError ? error.message : fileErrorText(error, name);
    if (text === undefined) throw error;
    return text;
  }
}

function settingOf(options: InspectOptions): InspectionOptions {
  const { environment, pool, purpose } = options;
  const password = options.passwordFile === undefined ? options.password : passwordIn(options.passwordFile);
  const deployment = deploymentFor(environment ?? DEFAULT_ENVIRONMENT);
  if (environment !== undefined && pool !== undefined) requirePool(deployment, pool);
  return {
    deployment,
    isExample: environment === undefined,
    at: options.at === undefined ? wholeSecond(Date.parse(now())) : instantIn(options.at, '--at'),
    roots: (options.root ?? []).flatMap((name) => certificatesFrom(name, '--root')),
    chain: (options.chain ?? []).flatMap((name) => certificatesFrom(name, '--chain')),
    crls: (options.crl ?? []).map((name) => crlFrom(name, '--crl')),
    ...(password === undefined ? {} : { password }),
    ...(pool === undefined ? {} : { pool }),
    ...(purpose === undefined ? {} : { purpose }),
  };
}

/** Certificates state times to the second. */
function wholeSecond(instant: number): number {
  return instant - (instant % 1000);
}

function passwordIn(file: string): string {
  existing(file, `there is no password file ${file}; check the path of --password-file`);
  return readText(file).split(/\r?\n/)[0] ?? '';
}

function deploymentFor(file: string): Deployment {
  existing(file, `there is no environment file ${file}; make one with: rehearse init`);
  const [product] = PRODUCTS;
  return buildDeployment(readEnvironment(readText(file), file, PRODUCTS), committedSource(), product);
}

function requirePool({ pools }: Deployment, wanted: string): void {
  const names = pools.map(({ fqdn }) => fqdn);
  if (names.some((name) => name.toLowerCase() === wanted.toLowerCase())) return;
  throw new InputError(`the environment has no pool ${wanted}; have ${names.join(', ')}`);
}
