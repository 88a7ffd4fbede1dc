import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { ROOT } from '../support/root';
import { InstalledPackage } from './installed-package';

const FEATURE = `Feature: Steps of another project
  Scenario: A sentence of the package and one of the project
    Given the pool has been set up
    Then the project counts the servers of the pool
`;

const STEPS = `require('certificate-rehearsal/steps');
const { Then } = require('@cucumber/cucumber');
const { judgeDeployment } = require('certificate-rehearsal');

Then('the project counts the servers of the pool', function () {
  if (!(this.pool.servers.length > 0)) throw new Error('the pool has no servers');
  judgeDeployment(this.deployment);
});
`;

const SIMULATION = `
const environment = readEnvironment(readFileSync(DEFAULT_ENVIRONMENT, 'utf8'), DEFAULT_ENVIRONMENT, PRODUCTS);
const deployment = buildDeployment(environment, committedSource(), LYNC_SERVER_2013);
const codes = judgeDeployment(deployment).map(({ code }) => code);
const console_ = consoleOn(deployment);
process.stdout.write(JSON.stringify({ found: codes.length > 0, machines: console_.deployment.machines.size > 0 }));
`;
const NAMES =
  'buildDeployment, committedSource, consoleOn, DEFAULT_ENVIRONMENT, judgeDeployment, LYNC_SERVER_2013, PRODUCTS, readEnvironment';

describe('The packed package', () => {
  const installed = new InstalledPackage();
  after(() => installed.remove());

  it('holds the entries with their types, and neither tests nor what only the build needs', () => {
    expect(installed.files).to.include.members([
      'dist/src/index.js',
      'dist/src/index.d.ts',
      'dist/steps/index.js',
      'dist/steps/index.d.ts',
      'dist/pages/templates.js',
      'dist/pages/runbook.css',
      'dist/pages/scripts.json',
    ]);
    const programs = installed.files.filter((path) => !path.endsWith('.md'));
    expect(programs.filter((path) => /(^|\/)(tests|scripts|bench|templates)\//.test(path))).to.deep.equal([]);
  });

  it('holds what its documents link to', () => {
    const packed = new Set(installed.files);
    const linked = [...packed].filter((path) => path.endsWith('.md')).flatMap(linksIn);
    expect(linked).to.include.members(['docs/runbook.png', 'docs/decisions/', 'CONTRIBUTING.md', 'source/README.md']);
    const missing = linked.filter(
      (path) => !packed.has(path) && ![...packed].some((one) => path.endsWith('/') && one.startsWith(path)),
    );
    expect(missing).to.deep.equal([]);
  });

  it('simulates and judges for a CommonJS program', () => {
    installed.write(
      'simulate.cjs',
      `const { readFileSync } = require('node:fs');\nconst { ${NAMES} } = require('certificate-rehearsal');${SIMULATION}`,
    );
    expect(installed.node('simulate.cjs')).to.deep.equal({ status: 0, output: '{"found":true,"machines":true}' });
  });

  it('simulates and judges for an ECMAScript module', () => {
    installed.write(
      'simulate.mjs',
      `import { readFileSync } from 'node:fs';\nimport { ${NAMES} } from 'certificate-rehearsal';${SIMULATION}`,
    );
    expect(installed.node('simulate.mjs')).to.deep.equal({ status: 0, output: '{"found":true,"machines":true}' });
  });

  it("gives its steps to the cucumber-js of another project, beside that project's own", () => {
    installed.write('features/own.feature', FEATURE);
    installed.write('features/steps/own.js', STEPS);
    const { status, output } = installed.node('node_modules/@cucumber/cucumber/bin/cucumber.js');
    expect(output).to.contain('1 scenario (1 passed)');
    expect(status, output).to.equal(0);
  });

  it('serves when the packages of the server are installed as well, and names them until then', () => {
    const serve = ['node_modules/certificate-rehearsal/dist/src/cli/main.js', 'serve', '--hosts'];
    expect(installed.node(...serve)).to.deep.equal({
      status: 2,
      output:
        'error: rehearse serve needs the packages fastify, hash-wasm and lmdb; install them with: npm install fastify@5 hash-wasm@4 lmdb@3\n',
    });
    installed.link('fastify');
    installed.link('hash-wasm');
    installed.link('lmdb');
    const { status, output } = installed.node(...serve);
    expect(output).to.match(/^127\.0\.0\.1 /);
    expect(status, output).to.equal(0);
  });

  it('runs the example of another product in its folder', () => {
    const example = 'node_modules/certificate-rehearsal/examples/web-server';
    const program = join(installed.folder, 'node_modules/certificate-rehearsal/dist/src/cli/main.js');
    const { status, output } = installed.nodeIn(example, program, 'run', '--out', join(installed.folder, 'example'));
    expect(output).to.contain('22 of 22 sentences verified or waived');
    expect(status, output).to.equal(0);
  });

  describe('has types, with moduleResolution node16', () => {
    let errors: readonly string[];
    before(() => {
      installed.write('tsconfig.json', JSON.stringify(TSCONFIG));
      installed.write('program.ts', PROGRAM);
      installed.write('wrong.ts', `${PROGRAM}readCertificate('text');\n`);
      const compiler = createRequire(join(ROOT, 'package.json')).resolve('typescript/bin/tsc');
      errors = installed.node(compiler, '--project', '.', '--pretty', 'false').output.trim().split('\n');
    });

    it('that accept a program', () => {
      expect(errors.filter((line) => !line.startsWith('wrong.ts'))).to.deep.equal([]);
    });

    it('that refuse a wrong program', () => {
      expect(errors.filter((line) => line.startsWith('wrong.ts'))).to.have.lengthOf(1);
      expect(errors.join()).to.match(/^wrong\.ts\(6,17\): error TS2345: /);
    });
  });
});

/** The paths to which a document of the checkout links, from the root. */
function linksIn(document: string): readonly string[] {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const targets = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^\w+:/.test(target)).map((target) => posix.join(posix.dirname(document), target));
}

const TSCONFIG = {
  compilerOptions: {
    module: 'node16',
    moduleResolution: 'node16',
    target: 'es2022',
    types: ['node'],
    strict: true,
    noEmit: true,
  },
  files: ['program.ts', 'wrong.ts'],
};

const PROGRAM = `import { type Certificate, type Finding, judgeDeployment, readCertificate } from 'certificate-rehearsal';
import { RehearsalWorld } from 'certificate-rehearsal/steps';

export const certificate: Certificate = readCertificate(new Uint8Array());
export const findings = (world: RehearsalWorld): readonly Finding[] => judgeDeployment(world.deployment);
`;
