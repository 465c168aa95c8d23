import { build } from './lib/build.mjs';
import { requireNode } from './lib/node-version.mjs';
import { installPackages } from './lib/packages.mjs';
import { runTool } from './lib/say.mjs';

await runTool(async () => {
  requireNode();
  await installPackages();
  await build();
});
