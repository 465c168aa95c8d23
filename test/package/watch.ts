import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';

const EVERY_MS = 5;

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

/** Looks again and again from now until the process ends; says whether `look` was ever true. */
async function everUntilExit(child: ChildProcess, look: () => boolean | Promise<boolean>): Promise<boolean> {
  let seen = false;
  while (child.exitCode === null && child.signalCode === null) {
    seen ||= await look();
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  return seen;
}

/** Whether a port accepted a connection at any time before the process ended. */
export function everAccepts(child: ChildProcess, port: number): Promise<boolean> {
  return everUntilExit(child, () => accepts(port));
}

function read<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    // The process ended between being listed and being read.
    return otherwise;
  }
}

/** A page's process of this executable that system calls are filtered for, and that sees no process but its own. */
function isSandboxedPage(pid: string, executable: string): boolean {
  const command = read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'), '');
  if (!command.startsWith(executable) || !command.includes('--type=renderer')) return false;
  const filtered = /^Seccomp:\s*2$/m.test(read(() => readFileSync(`/proc/${pid}/status`, 'utf8'), ''));
  const ours = readlinkSync('/proc/self/ns/pid');
  return filtered && ![ours, ''].includes(read(() => readlinkSync(`/proc/${pid}/ns/pid`), ''));
}

/** Whether the application ran a sandboxed page at any time before it ended. */
export function everSandboxed(child: ChildProcess, executable: string): Promise<boolean> {
  const processes = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return everUntilExit(child, () => processes().some((pid) => isSandboxedPage(pid, executable)));
}
