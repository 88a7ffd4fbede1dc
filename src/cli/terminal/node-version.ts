import { leastNode } from '../../package/folder';

/**
 * Ends the process with exit code 2 if this version of Node.js is too old. The command imports this file first. This
 * file and those that it imports use only syntax that old versions parse.
 */
function checkNodeVersion(): void {
  const [major, minor] = leastNode();
  const [foundMajor = 0, foundMinor = 0] = process.versions.node.split('.').map(Number);
  if (foundMajor > major || (foundMajor === major && foundMinor >= minor)) return;
  process.stderr.write(
    `error: this is Node.js ${process.versions.node}; rehearse needs Node.js ${major}.${minor} or later: https://nodejs.org\n`,
  );
  process.exit(2);
}

checkNodeVersion();
