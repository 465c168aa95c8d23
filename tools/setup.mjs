import { hasDisplay } from './session.mjs';
import { runTool } from './lib/say.mjs';
import { setup } from './lib/setup.mjs';

await runTool(async () => void (await setup({ display: !hasDisplay(), tests: true })));
