import { build } from './lib/build.mjs';
import { scriptCommand } from './lib/run-script.mjs';
import { runTool } from './lib/say.mjs';
import { setup } from './lib/setup.mjs';
import { withKeyring, withOwnDisplay } from './session.mjs';

await runTool(async () => {
  const command = scriptCommand('test/pictures', process.argv.slice(2));
  await setup({ display: true, tests: true });
  await build();
  return withOwnDisplay((env) => withKeyring(command, env));
});
