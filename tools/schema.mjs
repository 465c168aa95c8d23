import { spawnSync } from 'node:child_process';
import { ROOT } from './lib/paths.mjs';
import { scriptCommand } from './lib/run-script.mjs';
import { runTool } from './lib/say.mjs';

/** Writes the JSON Schema of inventories from what Keydesk reads them by. */
await runTool(async () => {
  const [program = '', ...args] = scriptCommand('tools/schema', []);
  return spawnSync(program, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
});
