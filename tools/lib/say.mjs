/** @param {string} text one calm line for the person who waits */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** @param {number} since a reading of `performance.now()` @returns {string} the time that passed, rounded for people */
export function elapsed(since) {
  const seconds = (performance.now() - since) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  return seconds < 100
    ? `${Math.round(seconds)} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Announces a piece of work, does it, and says how long it took.
 * @template T
 * @param {string} label what is being done, as "Installing dependencies"
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const since = performance.now();
  say(`${label}…`);
  const result = await work();
  say(`  done in ${elapsed(since)}`);
  return result;
}

/** A failure whose message is the whole explanation: shown without a stack. */
export class Explained extends Error {}

/**
 * Runs a command line tool: its number becomes the exit code, an explained failure one clear sentence.
 * @param {() => Promise<number | void>} main
 */
export async function runTool(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const text =
      error instanceof Explained ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`\n${text}\n`);
    process.exitCode = 1;
  }
}
