import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { acquireLock } from '@main/storage/lock-file';
import { identityOf } from '@main/storage/process-identity';
import { temporaryFolder } from './temporary-folder';

const lockPath = async (): Promise<string> => join(await temporaryFolder(), 'steps.lock');

async function otherProcess(): Promise<number> {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  await once(child, 'spawn');
  if (child.pid === undefined) throw new Error('The other process did not start.');
  return child.pid;
}

async function endedProcess(): Promise<number> {
  const child = spawn('true', { stdio: 'ignore' });
  const { pid } = child;
  await once(child, 'exit');
  if (pid === undefined) throw new Error('The other process did not start.');
  return pid;
}

describe('acquireLock', () => {
  it('is held until it is released', async () => {
    const path = await lockPath();
    const lock = await acquireLock(path);
    await expect(acquireLock(path)).rejects.toMatchObject({ code: 'storage', facts: { system: 'ELOCKED' } });
    await lock.release();
    await expect(acquireLock(path)).resolves.toBeDefined();
  });

  it('respects another running process', async () => {
    const path = await lockPath();
    const pid = await otherProcess();
    const claim = JSON.stringify({ pid, identity: await identityOf(pid) });
    await writeFile(`${path}.7`, claim);
    await expect(acquireLock(path)).rejects.toMatchObject({ facts: { system: 'ELOCKED' } });
    expect(await readFile(`${path}.7`, 'utf8')).toBe(claim);
  });

  it.each([
    ['a process that ended', async () => JSON.stringify({ pid: await endedProcess(), identity: null })],
    [
      'a process whose number another program has now',
      async () => JSON.stringify({ pid: await otherProcess(), identity: 'earlier-boot/12' }),
    ],
    ['nobody', async () => 'noise'],
  ])('takes over from %s', async (_, claim) => {
    const path = await lockPath();
    await writeFile(`${path}.7`, await claim());
    const lock = await acquireLock(path);
    expect(await readFile(`${path}.8`, 'utf8')).toContain(`"pid":${process.pid}`);
    await lock.release();
    expect(await readFile(`${path}.8`, 'utf8')).not.toContain(`${process.pid}`);
  });

  it('goes to exactly one of many that ask at once', async () => {
    const path = await lockPath();
    const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => acquireLock(path)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('leaves few files behind however often it is taken, and touches no others', async () => {
    const path = await lockPath();
    const others = [`${basename(path)}.damaged`, `other.lock.1`];
    for (const name of others) await writeFile(join(path, '..', name), '');
    for (let n = 0; n < 5; n += 1) await (await acquireLock(path)).release();
    expect((await readdir(join(path, '..'))).sort()).toEqual(
      ['steps.lock.4', 'steps.lock.5', ...others].sort(),
    );
  });
});
