import { InputError } from '../../input-error';
import { readText } from '../../package/text-file';
import { withStates } from '../../pool-state/observed-draft';
import { readServerState } from '../../pool-state/read-server-state';
import { LYNC_SERVER_2013 } from '../../products/lync-server-2013/product';
import { readTopologyFile } from '../../products/lync-server-2013/topology-file/read-topology-file';
import { draftOfTopology, OBSERVED_USES } from '../../products/lync-server-2013/topology-file/topology-draft';
import { type EnvironmentDraft, originOf, writeDraft } from '../../world/environment-file/environment-draft';
import { EnvironmentError, type FileError } from '../../world/environment-file/environment-error';
import { readEnvironment } from '../../world/environment-file/read-environment';
import { existing } from '../input/existing-path';
import { readTopologyText } from '../input/topology-text';

/**
 * The environment file of the pools in a topology file, with the states of their servers if there are any. Throws an
 * InputError for a file that cannot be read, and for a value in it that no environment can have.
 */
export async function environmentOfTopology(topology: string, states: readonly string[]): Promise<string> {
  const { text, name } = await readTopologyText(topology);
  for (const file of states) existing(file, `there is no state ${file}; collect one with: rehearse collect`);
  const read = states.map((file) => readServerState(readText(file), file));
  const published = draftOfTopology(readTopologyFile(text, name), name);
  const draft = withStates(published, read, OBSERVED_USES);
  const written = writeDraft(draft, headingFor(name, states.length));
  checkDraft(draft, written);
  return written;
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
