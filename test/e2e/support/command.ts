import { resolve } from 'node:path';
import { ensureElectron } from '../../../tools/lib/electron-runtime.mjs';
import { machineSwitches } from '../../../tools/lib/launch.mjs';

/** The repository, which is the application's folder as long as it is not packaged. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** What of our own environment the application sees: where to draw, and its session bus with the keyring. */
const INHERITED = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS'];

/** How to start the built, unpackaged application. */
export interface Command {
  readonly executable: string;
  readonly args: string[];
}

let runtime: ReturnType<typeof ensureElectron> | undefined;

/** The command line for Keydesk; the runtime is the one all of the tools use. */
export async function keydeskCommand(args: readonly string[]): Promise<Command> {
  const { executable } = await (runtime ??= ensureElectron());
  return { executable, args: [...machineSwitches(), ROOT, ...args] };
}

/** The environment for a run: nothing of this machine but what is needed, and what is given. */
export function keydeskEnvironment(...given: Readonly<Record<string, string>>[]): Record<string, string> {
  const inherited = INHERITED.flatMap((name): [string, string][] => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.assign(Object.fromEntries(inherited), ...given) as Record<string, string>;
}
