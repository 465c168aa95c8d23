import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, copyFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** Nobody: who has no rights here, and so runs with the sandbox that root cannot have. */
const NOBODY = 65534;

const AS_NOBODY = ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups', '--'];

/** The longest that a start which ends by itself may take, in milliseconds. */
const DEADLINE_MS = 60_000;

const isRoot = process.getuid?.() === 0;

/** What a run of the packaged application left behind. */
export interface Outcome {
  code: number | null;
  output: string;
}

/** The packaged application in a place where an ordinary user can start it. */
export class StagedApp {
  private readonly children = new Set<ChildProcess>();

  private constructor(private readonly folder: string) {}

  /** Copies the package and makes a home folder beside it, both for the ordinary user. */
  static async stage(unpacked: string): Promise<StagedApp> {
    const app = new StagedApp(await mkdtemp(join(tmpdir(), 'keydesk-packaged-')));
    await chmod(app.folder, 0o755);
    await cp(unpacked, join(app.folder, 'app'), { recursive: true });
    // As a system package installs it: the way into the sandbox where users may not make namespaces.
    if (isRoot) await chmod(join(app.folder, 'app', 'chrome-sandbox'), 0o4755);
    for (const name of ['home', 'home/run', 'out']) await app.makeFolder(name);
    await app.shareDisplay();
    return app;
  }

  get executable(): string {
    return join(this.folder, 'app', 'keydesk');
  }

  /** A file that the application may write. */
  place(name: string): string {
    return join(this.folder, 'out', name);
  }

  /** Starts it as the ordinary user; what it writes to the terminal goes to `onOutput`. */
  start(args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const asNobody = [
      '--reuid',
      String(NOBODY),
      '--regid',
      String(NOBODY),
      '--clear-groups',
      '--',
      this.executable,
    ];
    const [program, before] = isRoot ? ['setpriv', asNobody] : [this.executable, []];
    const child = spawn(program, [...before, ...args], {
      cwd: this.folder,
      env: { ...this.environment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: DEADLINE_MS,
      killSignal: 'SIGKILL',
    });
    this.children.add(child);
    child.once('exit', () => this.children.delete(child));
    return child;
  }

  /** Runs it to its end. */
  async run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    const child = this.start(args, env);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += String(chunk)));
    child.stderr?.on('data', (chunk) => (output += String(chunk)));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, output };
  }

  /** Ends what still runs and removes every trace. */
  async remove(): Promise<void> {
    for (const child of this.children) child.kill('SIGKILL');
    await rm(this.folder, { recursive: true, force: true });
  }

  private environment(): NodeJS.ProcessEnv {
    const home = join(this.folder, 'home');
    return {
      PATH: process.env['PATH'],
      DISPLAY: process.env['DISPLAY'],
      XAUTHORITY: join(home, 'authority'),
      HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_RUNTIME_DIR: join(home, 'run'),
    };
  }

  private async makeFolder(name: string): Promise<void> {
    await mkdir(join(this.folder, name), { mode: 0o700 });
    await this.giveAway(name);
  }

  private async shareDisplay(): Promise<void> {
    const authority = process.env['XAUTHORITY'];
    if (!authority) return;
    await copyFile(authority, join(this.folder, 'home', 'authority'));
    await this.giveAway('home/authority');
  }

  private async giveAway(name: string): Promise<void> {
    if (isRoot) await chown(join(this.folder, name), NOBODY, NOBODY);
  }
}

/**
 * Whether Chromium's sandbox can work here: users may make namespaces, or root may for them.
 * Some containers allow neither; there, no ordinary user can run any Electron.
 */
export function sandboxIsPossible(): boolean {
  const works = (program: string, args: string[]) =>
    spawnSync(program, args, { stdio: 'ignore' }).status === 0;
  if (!isRoot) return works('unshare', ['--user', '--map-root-user', 'true']);
  return (
    works('setpriv', [...AS_NOBODY, 'unshare', '--user', '--map-root-user', 'true']) ||
    works('unshare', ['--pid', '--fork', 'true'])
  );
}

/** Makes the package from what is built, and gives its folder. */
export async function makePackage(): Promise<string> {
  const tool = spawn(process.execPath, [join(ROOT, 'tools', 'package.mjs')], { cwd: ROOT, stdio: 'pipe' });
  let output = '';
  tool.stdout.on('data', (chunk) => (output += String(chunk)));
  tool.stderr.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(tool, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The package could not be made:\n${output}`);
  return join(ROOT, 'release', 'linux-unpacked');
}
