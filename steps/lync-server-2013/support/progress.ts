import { defineParameterType } from '@cucumber/cucumber';
import type { Console } from '../../../src/operator/console';
import { internalAuthority } from '../../../src/operator/logons';
import { sendTo } from '../../../src/products/lync-server-2013/tasks/whole-procedure';
import { PUBLIC_AUTHORITY } from '../../../src/world/deployment';

const CARRIED = 'it has been carried to the internal server';
const PUBLIC = 'a public authority has answered with a .p7b file';

defineParameterType({
  name: 'progress',
  regexp:
    /it has been carried to the internal server|the response has been carried back to it|a public authority has answered with a \.p7b file/,
  transformer: (phrase: string) => phrase,
});

/** Brings a request of the server to the given stage. */
export function progressed(console: Console, server: string, progress: string): Console {
  if (progress === CARRIED) return console;
  return sendTo(console, server, progress === PUBLIC ? PUBLIC_AUTHORITY : internalAuthority(console));
}
