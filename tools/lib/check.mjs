import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { capture } from './run.mjs';
import { elapsed, say } from './say.mjs';

/** @param {string} path inside node_modules */
const tool = (path) => join(ROOT, 'node_modules', path);

const CHECKS = [
  { name: 'types', args: [tool('typescript/bin/tsc'), '-p', '.'] },
  { name: 'lint', args: [tool('eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
  { name: 'format', args: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
];

/** @param {typeof CHECKS[number]} check @returns {Promise<boolean>} whether it found nothing; it says what it found */
async function runCheck({ name, args }) {
  const since = performance.now();
  const { code, stdout, stderr } = await capture(process.execPath, args, { cwd: ROOT });
  say(`  ${name}: ${code === 0 ? 'good' : 'FAILED'} (${elapsed(since)})`);
  const found = `${stdout}${stderr}`.trim();
  if (found) say(found);
  return code === 0;
}

/**
 * Checks types, house rules and formatting side by side; all of them, whatever the first ones find.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function check() {
  say('Checking types, house rules and formatting…');
  const good = await Promise.all(CHECKS.map(runCheck));
  const passed = good.filter(Boolean).length;
  return { passed, failed: good.length - passed };
}
