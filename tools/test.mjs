import { build } from './lib/build.mjs';
import { check } from './lib/check.mjs';
import { electronVersion } from './lib/electron-runtime.mjs';
import { ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { elapsed, Explained, runTool, say } from './lib/say.mjs';
import { setup } from './lib/setup.mjs';
import { runInParts, runLane } from './lib/vitest-lane.mjs';
import { withKeyring, withOwnDisplay, withOwnHome } from './session.mjs';

/** @typedef {import('./lib/vitest-lane.mjs').Tally} Tally */
/** @typedef {import('./lib/vitest-lane.mjs').Runner} Runner */

const MINUTE = 60_000;

/** Nothing of the person's desktop reaches a test. */
const NO_DESKTOP = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined, DBUS_SESSION_BUS_ADDRESS: undefined };

/** @param {number} limitMs @returns {Runner} an empty home, no display, no session bus */
function plain(limitMs) {
  return ([program = '', ...args]) =>
    withOwnHome({ ...process.env, ...NO_DESKTOP }, (env) => run(program, args, { cwd: ROOT, env, limitMs }));
}

/** @param {number} limitMs @returns {Runner} a display and an unlocked keyring of its own */
function desktop(limitMs) {
  return (command) => withOwnDisplay((env) => withKeyring(command, env, { limitMs }));
}

/** How many windows are driven at the same time: each waits as much as it works. */
const DESKTOPS = 3;

/** @type {(name: string, runner: Runner) => [name: string, work: () => Promise<Tally>]} */
const lane = (name, runner) => [name, () => runLane(name, runner)];

/** @returns {Promise<Tally>} */
async function buildLane() {
  return build().then(
    () => ({ passed: 1, failed: 0, skipped: 0 }),
    (error) => (explain(error), { passed: 0, failed: 1, skipped: 0 }),
  );
}

/** What runs together: lanes that wait as much as they work share the processors. @type {[name: string, work: () => Promise<Tally>][][]} */
const STAGES = [
  [['check', async () => ({ ...(await check()), skipped: 0 })]],
  [['build', buildLane]],
  [lane('unit', plain(8 * MINUTE))],
  [lane('component', plain(10 * MINUTE))],
  [lane('contract', plain(8 * MINUTE)), lane('faults', plain(8 * MINUTE))],
  [['e2e', () => runInParts('e2e', desktop(14 * MINUTE), DESKTOPS)], lane('package', desktop(8 * MINUTE))],
];

/** @param {Error} error */
function explain(error) {
  say(`\n${error instanceof Explained ? error.message : error.stack}\n`);
}

/** @param {Tally} tally */
function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** @param {number} passed @param {number} failed @returns {number} the exit code, after the line that ends every run */
function finish(passed, failed) {
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Runs every stage, whatever the ones before it found. */
async function runStages() {
  const lines = [];
  const total = { passed: 0, failed: 0 };
  for (const stage of STAGES) {
    say(`\n== ${stage.map(([name]) => name).join(', ')} ==`);
    const since = performance.now();
    const done = await Promise.all(
      stage.map(async ([name, work]) => ({ name, tally: await work(), took: elapsed(since) })),
    );
    for (const { name, tally, took } of done) {
      lines.push(`${name.padEnd(10)} ${sentence(tally)} (${took})`);
      total.passed += tally.passed;
      total.failed += tally.failed;
    }
  }
  say(`\n${lines.join('\n')}\n`);
  return total;
}

await runTool(async () => {
  if (!process.stdout.isTTY) process.env['NO_COLOR'] = '1';
  const runtime = await setup({ display: true, tests: true }).catch(explain);
  if (!runtime) return finish(0, 1);
  const { passed, failed } = await runStages();
  const kind = runtime.forRelease ? '' : ' (development runtime)';
  say(`Ran on Electron ${await electronVersion(runtime)}${kind}.`);
  return finish(passed, failed);
});
