import { check } from './lib/check.mjs';
import { requireNode } from './lib/node-version.mjs';
import { installPackages } from './lib/packages.mjs';
import { runTool } from './lib/say.mjs';

await runTool(async () => {
  requireNode();
  await installPackages();
  const { failed } = await check();
  return failed === 0 ? 0 : 1;
});
