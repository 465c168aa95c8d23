import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keydeskCommand, keydeskEnvironment } from './support/command';
import { launchKeydesk, type Keydesk } from './support/keydesk';
import { processTree } from './support/processes';
import { newProfile, type Profile } from './support/profile';

const WATCHED = 15_000;

/** Runs Keydesk to its end, without a driver. */
async function run(
  profile: Profile,
  args: string[],
): Promise<{ code: number | null; said: string; tookMs: number }> {
  const command = await keydeskCommand(args);
  const since = performance.now();
  const child = spawn(command.executable, command.args, {
    env: keydeskEnvironment(profile.env),
    timeout: 60_000,
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, said, tookMs: performance.now() - since };
}

/** Every file below a folder with what it holds. */
async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(names.map((name) => readFile(name, 'latin1')));
  return new Map(names.map((name, index) => [name, texts[index] ?? '']));
}

/** The dumps in the folder that Electron has for them. */
async function crashDumps({ userData }: Profile): Promise<string[]> {
  return [...(await filesIn(join(userData, 'Crashpad'))).keys()].filter((name) => name.endsWith('.dmp'));
}

/** What a script of the page gives, asked through main: the driver itself loses a page that crashes. */
const askPage = ({ app }: Keydesk, script: string): Promise<unknown> =>
  app.evaluate(
    ({ BrowserWindow }, text) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text) as unknown,
    script,
  );

/** Lets something happen to the application, and waits until its page has loaded anew because of it. */
const loadedAfter = ({ app }: Keydesk, what: 'crash' | 'suspend'): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow, powerMonitor }, event) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => resolve());
        if (event === 'crash') contents?.forcefullyCrashRenderer();
        else powerMonitor.emit(event);
      }),
    what,
  );

describe('a running Keydesk', () => {
  let keydesk: Keydesk;
  beforeAll(async () => {
    const profile = await newProfile();
    // As a crash of an earlier run would have left it.
    await mkdir(join(profile.userData, 'Crashpad', 'pending'), { recursive: true });
    await writeFile(join(profile.userData, 'Crashpad', 'pending', 'old.dmp'), 'memory');
    keydesk = await launchKeydesk({ profile });
  });
  afterAll(async () => {
    await keydesk?.close();
    await keydesk?.profile.remove();
  });

  it.runIf(process.platform === 'linux')(
    'leaves no core dump, whichever of its processes crashes',
    async () => {
      const tree = () => processTree(keydesk.app.process().pid ?? 0);
      // The keychain is asked in a process of its own, once the window has painted.
      const kinds = async () =>
        (await tree()).map(({ type, command }) => (/NodeService/.test(command) ? 'keychain' : type));
      await expect
        .poll(kinds, { timeout: WATCHED })
        .toEqual(expect.arrayContaining(['browser', 'renderer', 'utility', 'keychain']));
      const dumping = async () =>
        (await tree())
          .filter(({ coreFilter, coreLimit }) => coreFilter !== '00000000' || coreLimit.join() !== '0,0')
          .map(({ type, command }) => `${type}: ${command.slice(0, 200)}`);
      await expect.poll(dumping).toEqual([]);
    },
  );

  it('keeps its profile to itself', async () => {
    const { mode } = await stat(keydesk.profile.userData);
    expect(mode & 0o777).toBe(0o700);
  });

  it('has removed the crash dumps of earlier runs', async () => {
    expect(await crashDumps(keydesk.profile)).toEqual([]);
  });

  it('survives the crash of its page, shows it again, and keeps no dump', async () => {
    await keydesk.page.evaluate(() => Object.assign(window, { mark: 1 }));
    expect(await askPage(keydesk, 'typeof window.mark')).toBe('number');
    const before = keydesk.app.process().pid;
    await loadedAfter(keydesk, 'crash');
    expect(await askPage(keydesk, 'typeof window.mark')).toBe('undefined');
    expect(await askPage(keydesk, 'keydesk.app.status({}).then(({ ok }) => ok)')).toBe(true);
    expect(keydesk.app.process().pid).toBe(before);
    expect(await crashDumps(keydesk.profile)).toEqual([]);
  });

  it('is the only one: a second start ends at once and brings the first to the front', async () => {
    const journal = join(keydesk.profile.userData, 'journal');
    const before = await filesIn(journal);
    await keydesk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    const second = await run(keydesk.profile, ['app://evil/', '--whatever']);
    expect(second).toMatchObject({ code: 0, said: expect.stringContaining('open already') as unknown });
    expect(second.tookMs).toBeLessThan(2_000);
    const shown = () =>
      keydesk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    await expect.poll(shown).toBe(true);
    expect(await filesIn(journal)).toEqual(before);
  });

  it('does not let a second start pretend it took a picture', async () => {
    expect((await run(keydesk.profile, ['--screenshot', join(keydesk.profile.home, 'a.png')])).code).toBe(1);
  });

  it('is locked by the time the machine sleeps', async () => {
    await loadedAfter(keydesk, 'suspend');
    expect(await askPage(keydesk, 'keydesk.app.status({}).then(({ value }) => value.locked)')).toBe(true);
  });
});

describe('a picture', () => {
  let profile: Profile;
  beforeAll(async () => void (profile = await newProfile()));
  afterAll(() => profile?.remove());

  it('is saved by the switch, and Keydesk ends well', async () => {
    const file = join(profile.home, 'window.png');
    expect((await run(profile, ['--screenshot', file])).code).toBe(0);
    const picture = await readFile(file);
    expect(picture.toString('latin1', 1, 4)).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1280, 800]);
    await rm(file);
  });

  it.each([[['--screenshot']], [['--screenshot', '/nowhere/window.png']]])(
    'that cannot be saved says so in a sentence: %j',
    async (args) => {
      const { code, said } = await run(profile, args);
      expect(code).toBe(1);
      expect(said).toMatch(/Name a file for the picture|The picture could not be saved/);
    },
  );
});
