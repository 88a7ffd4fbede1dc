// Loaded into a measured process. Writes its peak memory (KiB) and its processor time (µs) to the file in USAGE_FILE.
const { writeFileSync } = require('node:fs');
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  if (process.env.USAGE_FILE)
    writeFileSync(process.env.USAGE_FILE, JSON.stringify([maxRSS, userCPUTime + systemCPUTime]));
});
