import { build } from './lib/build.mjs';
import { electronArguments } from './lib/launch.mjs';
import { run } from './lib/run.mjs';
import { runTool, say } from './lib/say.mjs';
import { setup } from './lib/setup.mjs';
import { hasDisplay, withDisplay } from './session.mjs';

await runTool(async () => {
  const { executable } = await setup({ display: !hasDisplay(), tests: false });
  await build();
  return withDisplay((env) => {
    say('Starting Keydesk…');
    return run(executable, electronArguments(process.argv.slice(2)), { env });
  });
});
