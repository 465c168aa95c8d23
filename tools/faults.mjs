import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { faultRow, faultTable } from './lib/fault-table.mjs';
import { ROOT } from './lib/paths.mjs';
import { elapsed, runTool, say } from './lib/say.mjs';
import { setup } from './lib/setup.mjs';
import { withOwnHome } from './session.mjs';

/** The fault recipes, and the clicks in any order. */
const TESTS = ['test/faults', 'test/unit/main/services/click-model.spec.ts'];

/** Nothing of the person's desktop reaches a test. */
const QUIET = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined, DBUS_SESSION_BUS_ADDRESS: undefined };

/** @param {NodeJS.ProcessEnv} env @returns {Promise<number>} the exit code */
async function everyRecipe(env) {
  const since = performance.now();
  const rows = [];
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'faults', '--project', 'unit'];
  const options = { cwd: ROOT, env: { ...env, KEYDESK_FAULTS: 'full' } };
  const child = spawn(process.execPath, [...command, ...TESTS], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout })) {
    const row = faultRow(line);
    if (row === null) say(line);
    else rows.push(row);
  }
  const [code] = await ended;
  say(`\n${faultTable(rows)}\n\nAll recipes in ${elapsed(since)}.`);
  return typeof code === 'number' ? code : 1;
}

await runTool(async () => {
  await setup({ display: false, tests: true });
  return withOwnHome({ ...process.env, ...QUIET }, everyRecipe);
});
