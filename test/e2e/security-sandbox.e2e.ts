import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ordinaryUser, type OrdinaryUser } from './support/ordinary-user';
import { processTree, type ProcessFacts } from './support/processes';

let user: OrdinaryUser;
beforeAll(async () => void (user = await ordinaryUser()));
afterAll(() => user?.remove());

it.runIf(process.platform === 'linux')('runs its page in the sandbox for an ordinary user', async () => {
  const child = user.start(['--screenshot', user.place('window.png')]);
  const seen = new Map<number, ProcessFacts>();
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  while (child.exitCode === null && child.signalCode === null) {
    for (const one of await processTree(child.pid ?? 0)) seen.set(one.pid, one);
  }
  expect(await ended).toBe(0);
  expect((await readFile(user.place('window.png'))).toString('latin1', 1, 4)).toBe('PNG');
  const processes = [...seen.values()];
  expect(processes.filter(({ command }) => command.includes('--no-sandbox'))).toEqual([]);
  const pages = processes.filter(({ type }) => type === 'renderer');
  expect(pages).not.toEqual([]);
  for (const { status } of pages) {
    // 2: system calls are filtered. And nothing it starts may have more rights than itself.
    expect(status).toMatch(/^Seccomp:\s+2$/m);
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
    expect(status).toMatch(/^CapEff:\s+0+$/m);
  }
});
