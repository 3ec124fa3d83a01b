// SPDX-License-Identifier: GPL-3.0-or-later
// DuckDB on a delivery log: in memory, with two threads, everything else as it comes.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';

import { measure } from './measure.mjs';

const kFailures = `status = 'failed'`;
const kOneKind = `reasoncode = 'BOUNCE_TRANSIENT_MBX_FULL' AND channel = 'email' AND ${kFailures}`;
const kDays = `time >= TIMESTAMP '2025-01-01' AND time < TIMESTAMP '2025-04-01'`;

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

async function connect() {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  return instance.connect();
}

async function number(connection, sql) {
  const reader = await connection.runAndReadAll(sql);
  return Number(reader.getRows()[0][0]);
}

export async function version() {
  const reader = await (await connect()).runAndReadAll('SELECT version()');
  return `DuckDB ${reader.getRows()[0][0]}`;
}

/** Our figures by key: what DuckDB is asked for the same, as a median and, where rows are counted, their number. */
function questions(connection, folder, runs) {
  const target = join(folder, 'duckdb.csv');
  const page = async (sql, what) => ({ ms: (await measure(runs, () => connection.runAndReadAll(sql))).ms, what });
  const count = async (where, what = 'count') => {
    const { ms, result } = await measure(runs, () => connection.runAndReadAll(`SELECT count(*) FROM log WHERE ${where}`));
    return { ms, found: Number(result.getRows()[0][0]), what };
  };
  const copy = `COPY (SELECT * FROM log WHERE ${kFailures} LIMIT 1000000) TO ${quoted(target)} (FORMAT csv, HEADER)`;
  return {
    'chart.days.outcome': () =>
      page(
        `SELECT reasoncode, time::DATE, count(*) FROM log WHERE ${kFailures} GROUP BY ALL`,
        'GROUP BY reason and day of the failures',
      ),
    'rows.outcome': () => count(kFailures),
    'rows.days': () => count(kDays),
    'rows.reason and channel': () => count(kOneKind),
    'rows.reason, channel and days': () => count(`${kOneKind} AND ${kDays}`),
    'search.rare': () => count(searchFor('re-000000815'), 'ILIKE in the columns of text'),
    'sort.time': async () => {
      const middle = Math.floor((await number(connection, 'SELECT count(*) FROM log')) / 2);
      return page(`SELECT * FROM log ORDER BY time DESC LIMIT 50 OFFSET ${middle}`, 'page in the middle, ORDER BY time');
    },
    'sort.recipient': () => sortOf(connection, runs, 'recipient'),
    'sort.diagnostic': () => sortOf(connection, runs, 'diagnostic'),
    'export.machine': async () => {
      const { ms } = await measure(runs, () => connection.run(copy));
      rmSync(target, { force: true });
      return { ms, what: 'COPY of the failures, without the texts of a catalogue' };
    },
  };
}

/** Loads a log and asks about it; only for figures of ours that are `wanted`. */
export async function measureLog(path, folder, runs, wanted) {
  const connection = await connect();
  const load = await measure(
    runs,
    () => connection.run(`CREATE TABLE log AS SELECT * FROM read_csv(${quoted(path)})`),
    () => connection.run('DROP TABLE IF EXISTS log'),
  );
  const found = await number(connection, 'SELECT count(*) FROM log');
  const answers = { 'load.time': { ms: load.ms, found, what: 'CREATE TABLE AS SELECT * FROM read_csv' } };
  for (const [key, ask] of Object.entries(questions(connection, folder, runs))) {
    if (wanted(key)) answers[key] = await ask();
  }
  connection.closeSync();
  return answers;
}

/** The whole order of the failures, by bytes (ours is a language's), kept as numbers of rows as ours is. */
async function sortOf(connection, runs, column) {
  const sorted = await measure(
    runs,
    () =>
      connection.run(
        `CREATE TEMP TABLE sorted AS SELECT rowid AS row FROM log WHERE ${kFailures} ORDER BY ${column}, rowid`,
      ),
    () => connection.run('DROP TABLE IF EXISTS sorted'),
  );
  return { ms: sorted.ms, what: `ORDER BY ${column} of the failures, by bytes` };
}

function searchFor(text) {
  const columns = ['reasoncode', 'recipient', 'customernumber', 'referencenumber', 'messageid', 'diagnostic'];
  return columns.map((column) => `${column} ILIKE ${quoted(`%${text}%`)}`).join(' OR ');
}
