import { writeFile } from '../../../windows/file-system';
import { clockOf, machineOf } from '../../../windows/machine';
import type { Logon } from '../../../windows/program';
import type { LogEntry, Topology } from '../../../world/topology';
import { logged } from '../topology';

/** The reports that the cmdlets write as HTML, with `-Report`. */

/** The folder for temporary files of an account. */
function temporaryFolder({ account }: Logon): string {
  return `C:\\Users\\${account.slice(account.lastIndexOf('\\') + 1)}\\AppData\\Local\\Temp`;
}

/**
 * The path that the wizard gives to the cmdlet: `…\Temp\Set-CSCertificate-[2020_05_02][12_26_14].html` (a line of the
 * wizard in MicrosoftDocs/office-docs-powershell #5451).
 */
export function reportPath(topology: Topology, logon: Logon, cmdlet: string): string {
  const clock = new Date(clockOf(topology, machineOf(topology, logon.on))).toISOString();
  const [, date = '', time = ''] = /^(.{10})T(.{8})/.exec(clock) ?? [];
  const stamp = `[${date.replaceAll('-', '_')}][${time.replaceAll(':', '_')}]`;
  return `${temporaryFolder(logon)}\\${cmdlet}-${stamp}.html`;
}

/**
 * Appends the entry to the log of the server, and writes the report. A report among the temporary files is kept in the
 * log only, where "View Log" shows it. Refusals: those of writing a file.
 */
export function reported<T extends Topology>(topology: T, logon: Logon, entry: LogEntry, report?: string): T {
  const kept = report === undefined || report.startsWith(`${temporaryFolder(logon)}\\`);
  const written = kept ? topology : writeFile(topology, logon.on, report, Buffer.from(html(entry)));
  return logged(written, logon.on, entry);
}

function html({ command, lines }: LogEntry): string {
  const text = [command, ...lines].join('\n').replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<html><body><pre>${text}</pre></body></html>`;
}
