import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';

/** Starts a program, kills it `ms` after its first message and returns its last one. */
export async function runAndKill(program: string, args: readonly string[], ms: number): Promise<unknown> {
  const child = fork(program, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  let last: unknown;
  child.on('message', (message) => (last = message));
  const ended = once(child, 'close');
  await Promise.race([once(child, 'message'), ended]);
  // The moment of the kill is what is tested: any moment, drawn by the seed.
  await after(ms);
  const wasRunning = child.kill('SIGKILL');
  await ended;
  if (!wasRunning) throw new Error(`The program ended by itself with ${child.exitCode ?? 'a signal'}.`);
  return last;
}
