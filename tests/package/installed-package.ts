import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../support/root';
import { shared } from '../support/shared';

/** What a program wrote, and its exit code. */
export interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** An empty project in which the packed package is installed, beside links to the packages that it depends on. */
export class InstalledPackage {
  readonly folder = mkdtempSync(join(tmpdir(), 'installed-package-'));
  /** the paths of the packed files */
  readonly files: readonly string[];

  constructor() {
    const packed = packedPackage();
    const [{ filename, files }] = JSON.parse(readFileSync(join(packed, 'pack.json'), 'utf8'));
    this.files = files.map(({ path }: { readonly path: string }) => path);
    const modules = join(this.folder, 'node_modules');
    mkdirSync(modules);
    execFileSync('tar', ['-xzf', join(packed, filename), '-C', modules]);
    execFileSync('mv', [join(modules, 'package'), join(modules, 'certificate-rehearsal')]);
    // without it, Node.js and cucumber-js would take the nearest package.json above the folder for the project's
    this.write('package.json', JSON.stringify({ name: 'another-project', private: true }));
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const name of [...Object.keys(dependencies), '@types/node']) this.link(name);
  }

  /** Makes a package of the checkout a package of the project. */
  link(name: string): void {
    const link = join(this.folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  /** Runs Node.js in the project's folder, in an environment that leads to no other packages. */
  node(...options: readonly string[]): Ended {
    return this.nodeIn('.', ...options);
  }

  /** Runs Node.js in a folder of the project. */
  nodeIn(folder: string, ...options: readonly string[]): Ended {
    const cwd = join(this.folder, folder);
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', CUCUMBER_PUBLISH_QUIET: 'true' };
    const ended = spawnSync(process.execPath, options, { cwd, env, encoding: 'utf8' });
    return { status: ended.status, output: ended.stdout + ended.stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** The folder with the packed package, and what npm said about it. */
function packedPackage(): string {
  return shared(['npm pack'], (folder) => {
    const said = npm('pack', '--json', '--ignore-scripts', '--pack-destination', folder);
    writeFileSync(join(folder, 'pack.json'), said);
  });
}

function npm(...options: readonly string[]): string {
  return execFileSync('npm', options, { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });
}
