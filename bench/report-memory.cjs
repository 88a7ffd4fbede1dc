// Loaded into a measured process: writes its peak memory (KiB) to the file named in PEAK_MEMORY_FILE when it ends.
const { writeFileSync } = require('node:fs');
process.on('exit', () => {
  if (process.env.PEAK_MEMORY_FILE) writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS));
});
