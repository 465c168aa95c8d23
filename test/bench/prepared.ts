import { _electron, type ElectronApplication, type Page } from 'playwright';
import { keydeskCommand, keydeskEnvironment, ROOT } from '@test/e2e/support/command';
import { newProfile, type Profile } from '@test/e2e/support/profile';
import { startPracticeForTest, type PracticeForTest } from '@test/support/practice';

/** A profile that knows one console, which runs outside Keydesk, and shows one environment of it. */
export interface Prepared {
  readonly profile: Profile;
  readonly practice: PracticeForTest;
  readonly end: () => Promise<void>;
}

/** Starts a console with `keys` keys in one environment and makes a profile in which only that one has a tab. */
export async function prepare(keys: number): Promise<Prepared> {
  const practice = await startPracticeForTest({ extraKeys: keys });
  const profile = await newProfile();
  const { app, page } = await drive(profile);
  await page.evaluate(addConsole, { baseUrl: practice.baseUrl, token: practice.adminToken });
  await app.close();
  const end = async (): Promise<void> => {
    await practice.stop();
    await profile.remove();
  };
  return { profile, practice, end };
}

/** Keydesk with a driver attached. */
export async function drive(profile: Profile): Promise<{ app: ElectronApplication; page: Page }> {
  const { executable, args } = await keydeskCommand([]);
  const app = await _electron.launch({
    executablePath: executable,
    args,
    cwd: ROOT,
    env: keydeskEnvironment(profile.env),
    chromiumSandbox: true,
    timeout: 90_000,
  });
  return { app, page: await app.firstWindow({ timeout: 90_000 }) };
}

/** Runs in the page, over the same bridge as the window itself. */
async function addConsole({ baseUrl, token }: { baseUrl: string; token: string }): Promise<void> {
  const bridge = window.keydesk;
  if (bridge === undefined) throw new Error('The page has no bridge.');
  const draft = {
    vendor: 'qodly',
    label: 'Bench',
    baseUrl,
    method: 'token',
    credentials: { token },
    allowLoopback: true,
    allowPrivate: false,
  } as const;
  const added = await bridge.consoles.add({ draft, insist: false });
  if (!added.ok) throw new Error(added.error.message);
  const consoleId = added.value.id;
  const environments = await bridge.environments.list({ consoleId });
  if (!environments.ok) throw new Error(environments.error.message);
  for (const { environmentId } of environments.value) {
    const environment = { consoleId, environmentId };
    await bridge.environments.adjust({ environment, tab: environmentId === 'bulk' });
  }
}
