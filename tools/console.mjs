import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { requireNode } from './lib/node-version.mjs';
import { installPackages } from './lib/packages.mjs';
import { ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runTool } from './lib/say.mjs';

await runTool(async () => {
  requireNode();
  await installPackages();
  await build(['practice-cli']);
  return run(process.execPath, [join(ROOT, 'dist/processes/practice-cli.cjs'), ...process.argv.slice(2)]);
});
