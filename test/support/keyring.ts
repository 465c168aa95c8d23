import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * unlocked: a GNOME keyring made for this session · unmade: one that would have to ask for a password first ·
 * silent: something that has the keyring's name and never answers · none: no session bus at all.
 */
export type KeyringMode = 'unlocked' | 'unmade' | 'silent' | 'none';

/** A session bus of its own with the keyring that a test wants, away from that of the person who runs the test. */
export interface KeyringSession {
  /** The environment in which a program finds this keyring. */
  readonly env: NodeJS.ProcessEnv;
  /** Locks it, as the desktop does. */
  lock(): void;
  /** Opens it again: the keyring starts anew from its file, as after a new sign-in. */
  unlock(): Promise<void>;
  /** The process of the keyring. */
  daemon(): number;
  stop(): Promise<void>;
}

const UNLOCK = resolve(import.meta.dirname, '../../tools/lib/keyring-session.sh');
/** As in that script. */
const PASSWORD = 'keydesk';
const READY = 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat';
const SILENT = `dbus-test-tool black-hole --session --name=org.freedesktop.secrets &
until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetNameOwner \\
  string:org.freedesktop.secrets >/dev/null 2>&1; do sleep 0.05; done
${READY}`;

const COMMANDS: Record<Exclude<KeyringMode, 'none'>, string[]> = {
  unlocked: ['sh', UNLOCK, 'sh', '-c', READY],
  unmade: ['sh', '-c', READY],
  silent: ['sh', '-c', SILENT],
};

const TOOLS = ['dbus-run-session', 'dbus-send', 'dbus-test-tool', 'gnome-keyring-daemon'];

/** Starts such a session; it ends with `stop`. Fails with a sentence when a program for it is missing. */
export async function startKeyring(mode: KeyringMode): Promise<KeyringSession> {
  const home = await mkdtemp(join(tmpdir(), 'keydesk-keyring-'));
  const env = await privateEnvironment(home);
  const remove = (): Promise<void> => rm(home, { recursive: true, force: true, maxRetries: 5 });
  if (mode === 'none') {
    const nothing = (): never => {
      throw new Error('There is no keyring in this session.');
    };
    return { env, lock: nothing, unlock: nothing, daemon: nothing, stop: remove };
  }
  requireTools();
  const session = spawn('dbus-run-session', ['--', ...COMMANDS[mode]], {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(session);
  return {
    env,
    lock: () => void send(env, 'org.freedesktop.secrets', LOCK),
    unlock: () => unlockAgain(env),
    daemon: () => Number(/uint32 (\d+)/.exec(send(env, 'org.freedesktop.DBus', OWNER))?.[1]),
    stop: async () => {
      session.stdin?.end();
      if (session.exitCode === null) await once(session, 'exit');
      await remove();
    },
  };
}

const LOCK = [
  '/org/freedesktop/secrets',
  'org.freedesktop.Secret.Service.Lock',
  'array:objpath:/org/freedesktop/secrets/collection/login',
];
const LOCKED = [
  '/org/freedesktop/secrets/collection/login',
  'org.freedesktop.DBus.Properties.Get',
  'string:org.freedesktop.Secret.Collection',
  'string:Locked',
];
const OWNER = [
  '/org/freedesktop/DBus',
  'org.freedesktop.DBus.GetConnectionUnixProcessID',
  'string:org.freedesktop.secrets',
];

async function unlockAgain(env: NodeJS.ProcessEnv): Promise<void> {
  const args = ['--replace', '--unlock', '--components=secrets'];
  execFileSync('gnome-keyring-daemon', args, { env, input: PASSWORD, stdio: ['pipe', 'ignore', 'ignore'] });
  while (send(env, 'org.freedesktop.secrets', LOCKED).includes('boolean true')) await setTimeout(50);
}

function send(env: NodeJS.ProcessEnv, destination: string, call: readonly string[]): string {
  const args = ['--session', '--print-reply', `--dest=${destination}`, ...call];
  return execFileSync('dbus-send', args, { env, encoding: 'utf8' });
}

/** No display, so that nothing can ask a person for a password, and nothing of the person's own session. */
async function privateEnvironment(home: string): Promise<NodeJS.ProcessEnv> {
  const runtime = join(home, 'run');
  await mkdir(runtime, { mode: 0o700 });
  return {
    ...process.env,
    ...{ DISPLAY: undefined, WAYLAND_DISPLAY: undefined, DBUS_SESSION_BUS_ADDRESS: undefined },
    ...{ HOME: home, XDG_RUNTIME_DIR: runtime, XDG_DATA_HOME: join(home, 'data') },
    ...{ XDG_CONFIG_HOME: join(home, 'config'), XDG_CACHE_HOME: join(home, 'cache') },
  };
}

async function firstLine(session: ChildProcess): Promise<string> {
  const output = session.stdout?.setEncoding('utf8');
  if (!output) throw new Error('The session has no output.');
  let text = '';
  for await (const part of output) {
    text += String(part);
    if (text.includes('\n')) break;
  }
  const [line = ''] = text.split('\n');
  if (!line) throw new Error('The session bus with its keyring did not start.');
  return line;
}

function requireTools(): void {
  for (const tool of TOOLS) {
    try {
      execFileSync('which', [tool], { stdio: 'ignore' });
    } catch {
      throw new Error(
        `${tool} is missing. "npm test" installs what the keyring tests need; on Debian: apt-get install dbus dbus-tests gnome-keyring libsecret-1-0.`,
      );
    }
  }
}
