import { join, resolve, sep } from 'node:path';
import { PACKAGE, PROGRAM } from '../../package/folder';
import type { LoadedStep } from './library';
import { shown } from './own-programs';

/** Where the user defines a step: `steps/own.js:3`; undefined for a step of the package. */
export type StepOrigin = (definition: Pick<LoadedStep, 'uri' | 'line'>) => string | undefined;

/** The folders of the package's definitions, as programs and, where source maps are in use, as sources. */
const FOLDERS = [PROGRAM, PACKAGE].flatMap((root) => ['steps', 'languages'].map((name) => join(root, name) + sep));

/** The origins of definitions that were loaded in a run in this folder. */
export function originIn(folder: string): StepOrigin {
  return ({ uri, line }) => {
    const file = resolve(folder, uri);
    const isPackages = FOLDERS.some((name) => file.startsWith(name));
    return isPackages ? undefined : `${shown(file).replaceAll('\\', '/')}:${line}`;
  };
}
