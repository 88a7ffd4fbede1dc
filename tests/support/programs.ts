import { spawnSync } from 'node:child_process';
import type { TestContext } from 'node:test';

/** Independent programs that check the produced files. */

const DEBIAN: Readonly<Record<string, string>> = {
  openssl: 'openssl',
  curl: 'curl',
  certtool: 'gnutls-bin',
  certutil: 'libnss3-tools',
  pk12util: 'libnss3-tools',
  keytool: 'default-jre-headless',
  pdftotext: 'poppler-utils',
};

/** Settings of the machine that would change the trust of the programs. */
const TRUST_SETTINGS = ['CURL_CA_BUNDLE', 'REQUESTS_CA_BUNDLE', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'];

export interface Executed {
  readonly status: number | null;
  readonly stdout: string;
  /** both outputs */
  readonly all: string;
}

/** Runs a program, with `input` on its standard input. */
export function execute(program: string, args: readonly string[], input = ''): Executed {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !TRUST_SETTINGS.includes(name)));
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8', env });
  return { status, stdout, all: `${stdout}${stderr}` };
}

/**
 * Runs a check that needs these programs. If one is not installed, the test names what it skips. With CI=true, every
 * program must be installed, and the test fails instead.
 */
export function withPrograms(t: TestContext, programs: readonly string[], check: () => void): void {
  const missing = programs.filter((program) => spawnSync(program, ['--version']).error);
  if (missing.length === 0) {
    check();
    return;
  }
  const said = missing
    .map((program) => `${program} is not installed (Debian: ${DEBIAN[program] ?? program})`)
    .join(', ');
  if (process.env.CI === 'true') throw new Error(said);
  t.skip(`left out: ${said}`);
}
