import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { elapsed, say } from './say.mjs';

/** @param {string} path inside node_modules */
const tool = (path) => join(ROOT, 'node_modules', path);

const CHECKS = [
  { name: 'Types', args: [tool('typescript/bin/tsc'), '-p', '.'] },
  { name: 'Lint', args: [tool('eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
  { name: 'Format', args: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
];

/**
 * Checks types, house rules and formatting; all of them, whatever the first ones find.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function check() {
  const result = { passed: 0, failed: 0 };
  for (const { name, args } of CHECKS) {
    const since = performance.now();
    say(`${name}…`);
    const good = (await run(process.execPath, args, { cwd: ROOT })) === 0;
    say(`  ${good ? 'good' : 'FAILED'} (${elapsed(since)})`);
    result[good ? 'passed' : 'failed'] += 1;
  }
  return result;
}
