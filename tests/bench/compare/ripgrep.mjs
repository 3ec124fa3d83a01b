// SPDX-License-Identifier: GPL-3.0-or-later
// ripgrep on the file of a delivery log. It counts lines and knows nothing of cells or records.
import { measure, run } from './measure.mjs';

export async function version() {
  return (await run('rg', ['--version'])).split('\n')[0];
}

/** Searches by our figure's key; where nothing is found it ends with 1. */
export async function measureLog(path, runs) {
  const search = async (options, text) => {
    const { ms, result } = await measure(runs, () => run('rg', ['-c', '-F', ...options, '--', text, path], { worst: 1 }));
    return { ms, found: Number(result || 0), what: ['rg -c -F', ...options].join(' ') };
  };
  return {
    'search.rare': await search(['-i'], 're-000000815'),
    'search.frequent': await search(['-i'], 'GMAIL.com'),
    'search.absent': await search(['-i'], 'nowhere to be found'),
    'search.umlaut': await search(['-i'], 'GRÖSSE'),
    'search.case': await search([], 'RE-000000815'),
    'search.case.umlaut': await search([], 'Größe'),
  };
}
