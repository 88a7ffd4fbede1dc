import { InputError } from '../../input-error';
import { combineExports } from '../../pool-state/combine-exports';
import { serversOf, withStates } from '../../pool-state/observed-draft';
import type { ServerState } from '../../pool-state/server-state';
import { LYNC_SERVER_2013 } from '../../products/lync-server-2013/product';
import { readTopologyFile } from '../../products/lync-server-2013/topology-file/read-topology-file';
import { draftOfTopology, OBSERVED_USES } from '../../products/lync-server-2013/topology-file/topology-draft';
import { type EnvironmentDraft, originOf, writeDraft } from '../../world/environment-file/environment-draft';
import { EnvironmentError, type FileError } from '../../world/environment-file/environment-error';
import { readEnvironment } from '../../world/environment-file/read-environment';
import { stateFiles } from '../input/state-files';
import { readTopologyText } from '../input/topology-text';

/**
 * The environment file of the pools in a topology file, with the states of their servers if there are any. Throws an
 * InputError for a file that cannot be read, and for a value in it that no environment can have.
 */
export async function environmentOfTopology(topology: string, states: readonly string[]): Promise<string> {
  const { text, name } = await readTopologyText(topology);
  const published = draftOfTopology(readTopologyFile(text, name), name);
  const read = states.length === 0 ? [] : statesOf(states, published);
  const draft = withStates(published, read, OBSERVED_USES);
  const written = writeDraft(draft, headingFor(name, read.length));
  checkDraft(draft, written);
  return written;
}

/** What the files of `--state` say about the servers of a topology; they may be everything that `rehearse check` reads. */
function statesOf(inputs: readonly string[], published: EnvironmentDraft): readonly ServerState[] {
  const list = { from: 'the topology', advice: 'give the states of these servers' };
  return combineExports(stateFiles(inputs).exports, serversOf(published), list).states;
}

function headingFor(name: string, states: number): string {
  const sources = states === 0 ? 'No state of a server was given.' : `States of servers that were given: ${states}.`;
  return [
    ' yaml-language-server: $schema=./rehearsal.schema.json',
    '',
    ` The environment of the pools in ${oneLine(name)}. ${sources}`,
    ' A comment tells where a value was read, or that it is assumed and why. Check each assumed value.',
    ' Every key is explained in the file that "rehearse init" writes without --topology.',
  ].join('\n');
}

/** Reports each value that no environment can have at its place in the topology file. */
function checkDraft(draft: EnvironmentDraft, written: string): void {
  try {
    readEnvironment(written, 'environment', [LYNC_SERVER_2013]);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    throw new InputError(error.errors.map((one) => problemIn(draft, one)).join('\n'));
  }
}

function problemIn(draft: EnvironmentDraft, { path, found, accepted }: FileError): string {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const origin = originOf(
    draft,
    steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
  );
  return `${origin?.from ?? 'the topology'}: ${path}: found ${found}, accepted: ${accepted}`;
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
