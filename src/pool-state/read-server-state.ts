import * as v from 'valibot';
import { InputError } from '../input-error';
import { SERVER_STATE, type ServerState } from './server-state';

/** Reads the text of a collected state. Throws an InputError that says what is wrong, and where in the file. */
export function readServerState(text: string, file: string): ServerState {
  const result = v.safeParse(SERVER_STATE, parsed(text, file));
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => `${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  throw new InputError(`${problems.join('\n')}\ncollect the state again with the script of: rehearse collect`);
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${file}${placeIn(text, reason)}: this is not JSON (${reason}); ${HINT}`);
  }
}

const HINT = 'a state is the file that the script of rehearse collect writes on a server';

/** `:line:column` of the offset that the parser names; nothing if it names none. */
function placeIn(text: string, reason: string): string {
  const named = /position (\d+)/.exec(reason)?.[1] ?? (/end of JSON/.test(reason) ? text.length : undefined);
  if (named === undefined) return '';
  const before = text.slice(0, Number(named)).split('\n');
  return `:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
