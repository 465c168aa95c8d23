import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { keydeskCommand, keydeskEnvironment, ROOT } from '@test/e2e/support/command';
import type { Profile } from '@test/e2e/support/profile';

/** A started program and the moment it was started, in milliseconds since 1970. */
export interface Started {
  readonly child: ChildProcess;
  readonly at: number;
  stop(): Promise<void>;
}

const BARE = join(ROOT, 'test/bench/bare');
const PATIENCE_MS = 60_000;

/** Starts Keydesk as a person would, without any driver attached. */
export async function startKeydesk(profile: Profile): Promise<Started> {
  const { executable, args } = await keydeskCommand([]);
  return start(executable, args, profile.env);
}

/** Starts the bare window. */
export async function startBare(profile: Profile): Promise<Started> {
  return start(...(await bareCommand()), profile.env);
}

/** The command line of the bare window, or of the bare list. */
export async function bareCommand(...extra: string[]): Promise<[executable: string, args: string[]]> {
  const { executable, args } = await keydeskCommand([]);
  return [executable, [...args.map((arg) => (arg === ROOT ? BARE : arg)), ...extra]];
}

function start(executable: string, args: string[], env: Readonly<Record<string, string>>): Started {
  const at = Date.now();
  const child = spawn(executable, args, {
    env: keydeskEnvironment(env),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { child, at, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(timer);
}

/** When the bare window had painted, in milliseconds since 1970. */
export async function barePainted({ child }: Started): Promise<number> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    const line = text.split('\n').find((each) => each.includes('"painted"'));
    if (line !== undefined) return (JSON.parse(line) as { at: number }).at;
  }
  throw new Error('The bare window ended without painting.');
}

/** When Keydesk had painted a state, by its own log, in milliseconds since 1970. */
export async function keydeskPainted(
  { userData }: Profile,
  state: 'loading' | 'ready',
  since: number,
): Promise<number> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await delay(20)) {
    const log = await readFile(join(userData, 'logs', 'keydesk.log'), 'utf8').catch(() => '');
    const times = log
      .split('\n')
      .filter((line) => line.includes('"window.painted"') && line.includes(`"${state}"`))
      .map((line) => Date.parse((JSON.parse(line) as { time: string }).time));
    const found = times.find((time) => time >= since);
    if (found !== undefined) return found;
  }
  throw new Error(`Keydesk did not paint "${state}" in time.`);
}

/** Proportional memory of a program and everything it started, in MB. */
export async function treeMemory(root: number): Promise<number> {
  const parents = await parentOf();
  const tree = [...parents.keys()].filter((pid) => descends(pid, root, parents));
  const sizes = await Promise.all(tree.map(proportionalKb));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

function descends(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined; at = parents.get(at)) if (at === root) return true;
  return false;
}

async function parentOf(): Promise<Map<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const pairs = await Promise.all(pids.map(async (pid) => [pid, await parent(pid)] as const));
  return new Map(pairs);
}

async function parent(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

async function proportionalKb(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
}
