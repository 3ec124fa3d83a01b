// SPDX-License-Identifier: GPL-3.0-or-later
// Measures our programs, DuckDB and ripgrep on the same generated logs in one run, and prints ours, theirs and the
// ratio. `./dev compare` installs what it needs and calls it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import * as duckdb from './duckdb.mjs';
import { run } from './measure.mjs';
import * as ripgrep from './ripgrep.mjs';

const { values: options } = parseArgs({
  options: {
    bench: { type: 'string' },
    data: { type: 'string' },
    rows: { type: 'string', default: '10000000' },
    runs: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
});
if (!options.bench || !options.data) throw new Error('--bench PROGRAM and --data FOLDER are needed');

const runs = Number(options.runs);
mkdirSync(options.data, { recursive: true });

/** What each log was made for. */
const kWanted = {
  reference: (key) => key !== 'sort.time',
  failures: () => false,
  shuffled: (key) => key === 'sort.time',
};

/** Our figures by log and key, in milliseconds, and where the logs are. */
async function ours() {
  const json = join(options.data, 'compare.json');
  const what = 'load,counts,search,sort,export';
  await run(
    options.bench,
    ['--rows', options.rows, '--runs', options.runs, '--what', what, '--data', options.data, '--json', json],
    { keepOutput: false },
  );
  const { logs, figures } = JSON.parse(readFileSync(json, 'utf8'));
  const byLog = {};
  for (const figure of figures) {
    if (figure.unit !== 's' && figure.unit !== 'ms') continue;
    const ms = figure.unit === 's' ? figure.value * 1000 : figure.value;
    (byLog[figure.log] ??= {})[figure.key] = { ...figure, ms };
  }
  return { logs, byLog };
}

const shown = (ms) => (ms === undefined ? '-' : ms >= 100 ? ms.toFixed(0) : ms.toPrecision(3));

function compare(log, mine, theirs, program) {
  return Object.entries(theirs).map(([key, their]) => {
    const my = mine?.[key];
    const differs = my?.found !== undefined && their.found !== undefined && my.found !== their.found;
    return {
      log,
      key,
      name: my?.name ?? `${key}: not measured by us`,
      ours: my?.ms,
      program,
      theirs: their.ms,
      ratio: my && their.ms / my.ms,
      what: their.what,
      foundByUs: my?.found,
      foundByThem: their.found,
      differs,
    };
  });
}

function print(lines) {
  for (const line of lines) {
    const ratio = line.ratio === undefined ? '-' : line.ratio.toFixed(line.ratio < 10 ? 2 : 0);
    console.log(
      `  ${line.name.padEnd(48)} ${shown(line.ours).padStart(9)} ms ${shown(line.theirs).padStart(9)} ms  x ${ratio.padEnd(7)} ` +
        `${line.program}: ${line.what}`,
    );
    if (line.differs) console.log(`    rows found: ${line.foundByUs} by us, ${line.foundByThem} by them`);
  }
}

const { logs, byLog } = await ours();
const programs = { duckdb: await duckdb.version(), ripgrep: await ripgrep.version() };
console.log(`\n${programs.duckdb}, two threads; ${programs.ripgrep}`);
const all = [];
for (const { log, rows, path } of logs) {
  console.log(`\n${log}, ${rows} records: ours, theirs, and how many times as long theirs takes`);
  const lines = compare(log, byLog[log], await duckdb.measureLog(path, options.data, runs, kWanted[log]), 'DuckDB');
  if (log === 'reference') lines.push(...compare(log, byLog[log], await ripgrep.measureLog(path, runs), 'ripgrep'));
  print(lines);
  all.push(...lines);
}
if (options.json) writeFileSync(options.json, `${JSON.stringify({ programs, lines: all }, null, 1)}\n`);
