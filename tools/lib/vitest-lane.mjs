import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { TOOK_TOO_LONG } from './run.mjs';
import { say } from './say.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/** @typedef {(command: string[]) => Promise<number>} Runner runs a command line somewhere, gives its exit code */

/** @typedef {{ assertionResults: { status: string }[], status: string }} FileResult */
/** @typedef {{ testResults: FileResult[], numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} Report */

const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');

/**
 * Counts a lane. What vitest reports outside its tests counts as a failure too: a file that could not be
 * loaded, an error that escaped, a lane that ran nothing.
 * @param {Report} report
 * @param {number} code vitest's exit code
 * @returns {Tally}
 */
export function tally(report, code) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + broken.length;
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed, skipped: report.numPendingTests + report.numTodoTests };
}

/** @param {string} file @returns {Promise<Report>} an empty report where vitest did not get so far */
async function readReport(file) {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text) return JSON.parse(text);
  return { testResults: [], numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
}

/**
 * Runs one project of vitest.config.ts.
 * @param {string} project
 * @param {Runner} runner
 * @param {string[]} [options] of vitest, e.g. which part of its files
 * @returns {Promise<Tally>}
 */
export async function runLane(project, runner, options = []) {
  const folder = await mkdtemp(join(tmpdir(), 'keydesk-lane-'));
  const file = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await runner([
      process.execPath,
      VITEST,
      'run',
      '--project',
      project,
      ...options,
      ...reporters,
    ]);
    if (code === TOOK_TOO_LONG) say(`The lane ${project} took too long and was ended.`);
    return tally(await readReport(file), code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs one project in parts side by side, each where `runner` says.
 * @param {string} project
 * @param {Runner} runner
 * @param {number} parts
 * @returns {Promise<Tally>}
 */
export async function runInParts(project, runner, parts) {
  const shards = Array.from({ length: parts }, (_, index) => `--shard=${index + 1}/${parts}`);
  const tallies = await Promise.all(shards.map((shard) => runLane(project, runner, [shard])));
  const sum = (/** @type {keyof Tally} */ name) => tallies.reduce((all, tally) => all + tally[name], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}
