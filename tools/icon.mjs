import { join } from 'node:path';
import { machineSwitches } from './lib/launch.mjs';
import { ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runTool, step } from './lib/say.mjs';
import { setup } from './lib/setup.mjs';
import { withOwnDisplay, withOwnHome } from './session.mjs';

const ICONS = join(ROOT, 'assets', 'icons');

// Draws assets/icons/icon.png from icon.svg; to be run by hand after a change to the drawing.
await runTool(async () => {
  const { executable } = await setup({ display: true, tests: false });
  const files = [join(ICONS, 'icon.svg'), join(ICONS, 'icon.png')];
  const args = [...machineSwitches(), '--log-level=3', join(ROOT, 'tools', 'icon'), ...files];
  return step('Drawing the icon', () =>
    withOwnDisplay((screen) => withOwnHome(screen, (env) => run(executable, args, { env }))),
  );
});
