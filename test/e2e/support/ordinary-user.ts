import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, chown, copyFile, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { keydeskCommand, keydeskEnvironment, ROOT } from './command';

/** Nobody: an ordinary user, who runs with the sandbox that root cannot have. */
const NOBODY = 65534;
const LIMIT_MS = 60_000;
const isRoot = process.getuid?.() === 0;

/** The built application in a place where an ordinary user can start it, with a home for that user. */
export interface OrdinaryUser {
  /** A file that the user may write. */
  place(name: string): string;
  /** Starts the application with these arguments and nothing else. */
  start(args: readonly string[]): ChildProcess;
  remove(): Promise<void>;
}

/** Copies the runtime and the build into a folder that everybody may read. */
export async function ordinaryUser(): Promise<OrdinaryUser> {
  const folder = await mkdtemp(join(tmpdir(), 'keydesk-ordinary-'));
  const inside = (name: string): string => join(folder, name);
  const { executable } = await keydeskCommand([]);
  await chmod(folder, 0o755);
  await cp(dirname(executable), inside('runtime'), { recursive: true });
  // As a system package installs it: the way into the sandbox where users may not make namespaces.
  if (isRoot) await chmod(inside('runtime/chrome-sandbox'), 0o4755);
  await mkdir(inside('app'));
  await copyFile(join(ROOT, 'package.json'), inside('app/package.json'));
  await cp(join(ROOT, 'dist'), inside('app/dist'), { recursive: true });
  for (const name of ['home', 'home/run']) await mkdir(inside(name), { mode: 0o700 });
  const authority = process.env['XAUTHORITY'];
  if (authority !== undefined) await copyFile(authority, inside('home/authority'));
  if (isRoot) await giveAway(inside('home'));
  const env = {
    HOME: inside('home'),
    XDG_CONFIG_HOME: inside('home/config'),
    XDG_DATA_HOME: inside('home/data'),
    XDG_RUNTIME_DIR: inside('home/run'),
    XAUTHORITY: inside('home/authority'),
    // The session bus of the tests belongs to somebody else.
    DBUS_SESSION_BUS_ADDRESS: '',
  };
  return {
    place: (name) => join(folder, 'home', name),
    start: (args) => {
      const command = [inside('runtime/electron'), inside('app'), ...args];
      const [program = '', ...rest] = isRoot ? [...asNobody, ...command] : command;
      return spawn(program, rest, {
        cwd: folder,
        env: keydeskEnvironment(env),
        timeout: LIMIT_MS,
        stdio: 'ignore',
      });
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--'];

async function giveAway(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const path of [folder, ...names.map((name) => join(folder, name))]) await chown(path, NOBODY, NOBODY);
}
