import { setFlagsFromString } from 'node:v8';

/**
 * The V8 of Node.js 20 compiles a function with its optimizing compiler after the function has executed 67,584 bytes of
 * bytecode. Most commands end before the optimized code has saved the time that its compilation takes, so they use a larger
 * budget. Later versions count invocations and do not know this flag.
 */
export const OPTIMIZER_FLAG = process.versions.v8.startsWith('11.3.') ? '--interrupt-budget=400000' : undefined;

if (OPTIMIZER_FLAG !== undefined) setFlagsFromString(OPTIMIZER_FLAG);
