import { _electron, type ElectronApplication, type Page } from 'playwright';
import { expect } from 'vitest';
import { keydeskCommand, keydeskEnvironment, ROOT } from './command';
import { newProfile, type Profile } from './profile';
import { watchProblems, type Problems } from './problems';
import { testSystem, type TestSystem } from './system';

const START_MS = 90_000;
const CLOSE_MS = 10_000;

/** How a run differs from an ordinary first start. */
export interface LaunchOptions {
  /** An earlier run's profile, which then outlives this run too. */
  readonly profile?: Profile;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** A running Keydesk. */
export interface Keydesk {
  readonly app: ElectronApplication;
  /** Its window. */
  readonly page: Page;
  readonly profile: Profile;
  readonly problems: Problems;
  readonly system: TestSystem;
  /** Quits it, and fails when the window reported a problem that the test did not expect. */
  close(): Promise<void>;
}

/** Starts the built application as a person would, with a fresh profile unless one is given. */
export async function launchKeydesk(options: LaunchOptions = {}): Promise<Keydesk> {
  const profile = options.profile ?? (await newProfile());
  const { executable, args } = await keydeskCommand(options.args ?? []);
  const app = await _electron.launch({
    executablePath: executable,
    args,
    cwd: ROOT,
    env: keydeskEnvironment(profile.env, options.env ?? {}),
    // What the machine needs is among the arguments already; by default the driver would turn the sandbox off.
    chromiumSandbox: true,
    timeout: START_MS,
  });
  const clean = async (): Promise<void> => {
    await quit(app);
    if (options.profile === undefined) await profile.remove();
  };
  try {
    const page = await app.firstWindow({ timeout: START_MS });
    const problems = await watchProblems(page);
    const close = async (): Promise<void> => {
      await clean();
      expect(problems.unexpected(), 'problems that the window reported').toEqual([]);
    };
    return { app, page, profile, problems, system: testSystem(app), close };
  } catch (error) {
    await clean();
    throw error;
  }
}

/** Asks it to quit and ends it where it does not. */
async function quit(app: ElectronApplication): Promise<void> {
  const child = app.process();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => void (timer = setTimeout(() => resolve('late'), CLOSE_MS)));
  const outcome = await Promise.race([app.close().catch(() => 'late' as const), late]);
  clearTimeout(timer);
  if (outcome === 'late' && child.exitCode === null) child.kill('SIGKILL');
}
