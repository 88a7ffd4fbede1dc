import ts from 'typescript';
import { collect, importsOf, type SourceFile, type Violation, violation } from '../source-tree';
import { clockOrDie } from './import-rules';

type TestRule = (files: readonly SourceFile[]) => Violation[];

/** The rules for tests/, each under the sentence that it enforces. */
export const TEST_RULES: Readonly<Record<string, TestRule>> = {
  'tests read no clock and throw no dice': (files) =>
    files.flatMap((file) => collect(file, (node) => clockOrDie(file, node))),
  'tests wait for conditions and do not sleep': (files) =>
    files.flatMap((file) => collect(file, (node) => sleep(file, node))),
  'only the browser has a time limit': (files) =>
    files
      .filter(({ path }) => path !== 'tests/runbook/browser/chromium.ts')
      .flatMap((file) => collect(file, (node) => timeLimit(file, node))),
  'properties take the seed of the session': (files) =>
    files
      .filter(({ path }) => path !== 'tests/support/properties.ts')
      .flatMap((file) => importsOf(file, files))
      .filter(({ module }) => module === 'fast-check')
      .map(({ from, line }) => ({ at: `${from.path}:${line}`, what: 'import fc from support/properties' })),
};

const SLEEPS = ['setTimeout', 'setInterval', 'waitForTimeout', 'Atomics.wait'];

function sleep(file: SourceFile, node: ts.Node): Violation | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression.getText(file.ast);
  const sleeps = SLEEPS.some((name) => callee === name || callee.endsWith(`.${name}`));
  return sleeps ? violation(file, node, `${callee} lets time pass; wait for what has to have happened`) : undefined;
}

function timeLimit(file: SourceFile, node: ts.Node): Violation | undefined {
  const property = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
  const limits = property && node.name.getText(file.ast) === 'timeout';
  return limits ? violation(file, node, 'a busy machine is slow and not wrong') : undefined;
}
