#!/usr/bin/env node
import './terminal/compile-cache';
import { CommanderError } from 'commander';
import { InputError } from '../input-error';
import { Refusal } from '../refusal';
import { EnvironmentError } from '../world/environment-file/environment-error';
import { program } from './command-line/program';

/**
 * The command `rehearse`. Exit codes: 0 everything holds; 1 the command ran and something does not hold; 2 the command
 * could not run.
 */
async function main(): Promise<void> {
  try {
    await program((code) => {
      process.exitCode = code;
    }).parseAsync(process.argv);
  } catch (error) {
    process.exitCode = exitCodeFor(error);
  }
}

function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof InputError || error instanceof EnvironmentError || error instanceof Refusal) {
    process.stderr.write(`error: ${error.message}\n`);
    return 2;
  }
  process.stderr.write(`bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 2;
}

void main();
