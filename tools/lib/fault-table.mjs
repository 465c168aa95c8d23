/** @typedef {readonly [recipe: string, did: string, held: string, time: string]} FaultRow */

/** Recipes that belong to other lanes, and what runs them. @type {FaultRow[]} */
const ELSEWHERE = [
  ['C13 keyring locked, missing, hung', 'e2e/keychain, faults/keychain', 'run by npm test', ''],
  ['C17 window crashes or hangs', 'e2e/security-process, e2e/ambiguous', 'run by npm test', ''],
];

/**
 * What a line of the tests' output tells of a recipe; null where it is none.
 * @param {string} line
 * @returns {FaultRow | null}
 */
export function faultRow(line) {
  const [mark, recipe = '', did = '', held = '', time = ''] = line.split(' | ').map((cell) => cell.trim());
  if (mark === 'fault') return [recipe, did, held, time];
  // Bulk tells its row in words of its own.
  const bulk = /^C9, (seed \d+): (\d+ keys, \d+ faults), (.+)$/.exec(line.trim());
  return bulk === null ? null : ['C9 bulk, some fail', `${bulk[2]}, ${bulk[1]}`, bulk[3] ?? '', ''];
}

/**
 * The table of a run, recipe by recipe.
 * @param {readonly FaultRow[]} rows
 */
export function faultTable(rows) {
  const all = [['recipe', 'tried', 'held', 'time'], ...rows, ...ELSEWHERE].map((row) => [...row]);
  const numberOf = (/** @type {string} */ recipe) => Number(/^C(\d+)/.exec(recipe)?.[1] ?? 0);
  all.sort(([a = ''], [b = '']) => numberOf(a) - numberOf(b));
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
