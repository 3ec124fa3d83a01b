// SPDX-License-Identifier: GPL-3.0-or-later
// The median of several runs, in milliseconds, and running programs.
import { spawn } from 'node:child_process';

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Calls `work` several times, `before` each time without being measured; the median and what the last call gave. */
export async function measure(runs, work, before = async () => {}) {
  const times = [];
  let result;
  for (let run = 0; run < runs; ++run) {
    await before();
    const start = process.hrtime.bigint();
    result = await work();
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return { ms: median(times), result };
}

/** Runs a program; gives what it wrote. `keepOutput: false` shows it instead. Codes above `worst` are errors. */
export function run(command, args, { keepOutput = true, worst = 0 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', keepOutput ? 'pipe' : 'inherit', 'inherit'] });
    let output = '';
    if (keepOutput) child.stdout.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === null || code > worst) reject(new Error(`${command} ended with ${code}`));
      else resolve(output);
    });
  });
}
