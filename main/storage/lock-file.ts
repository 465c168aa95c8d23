import { randomBytes } from 'node:crypto';
import { readFile, rename, link, unlink } from 'node:fs/promises';
import { AppError } from '@core/domain/app-error';
import { identityOf, isAlive } from './process-identity';
import { writeNewFile } from './safe-file';
import { systemCode } from './storage-error';

const ATTEMPTS = 5;

/** A claim on a file, written beside it. */
export interface FileLock {
  release(): Promise<void>;
}

/**
 * Claims `path` for this process; one that died, or whose number went to another program, no longer counts.
 * Fails with `storage` (system `ELOCKED`) while another running process, or this one, has it.
 */
export async function acquireLock(path: string): Promise<FileLock> {
  const claim = JSON.stringify({ pid: process.pid, identity: await identityOf(process.pid) });
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await writeClaim(path, claim)) return { release: () => removeClaim(path, claim) };
    const found = await readClaim(path);
    if (found === null) continue;
    if (await isHeld(found)) break;
    await takeAway(path, found);
  }
  throw lockedError(path);
}

/** Whether another claim stood in the way is the answer, not a failure. */
async function writeClaim(path: string, claim: string): Promise<boolean> {
  try {
    // Complete from its first moment, so that nobody reads half a claim and calls it stale.
    await writeNewFile(path, claim);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.facts.system === 'EEXIST') return false;
    throw error;
  }
}

async function readClaim(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
}

async function isHeld(claim: string): Promise<boolean> {
  const { pid, identity } = parseClaim(claim);
  if (pid === null || !isAlive(pid)) return false;
  return identity === null || identity === (await identityOf(pid));
}

function parseClaim(claim: string): { pid: number | null; identity: string | null } {
  const pid = /"pid":(\d{1,10})\b/.exec(claim)?.[1];
  const identity = /"identity":"([^"]{1,100})"/.exec(claim)?.[1];
  return { pid: pid === undefined ? null : Number(pid), identity: identity ?? null };
}

/** Two processes may find the same stale claim; the rename makes sure that only one removes it. */
async function takeAway(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readClaim(aside)) !== stale) await link(aside, path).catch(() => undefined);
  await unlink(aside);
}

async function removeClaim(path: string, claim: string): Promise<void> {
  if ((await readClaim(path)) === claim) await unlink(path);
}

const lockedError = (path: string): AppError =>
  new AppError('storage', 'Another Keydesk is using this file. Close it there and try again.', {
    system: 'ELOCKED',
    place: path,
  });
