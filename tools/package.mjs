import { build } from './lib/build.mjs';
import { packageApp } from './lib/package-app.mjs';
import { runTool } from './lib/say.mjs';
import { setup } from './lib/setup.mjs';

await runTool(async () => {
  const runtime = await setup({ display: false, tests: false });
  await build();
  await packageApp(runtime);
});
