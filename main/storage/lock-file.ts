import { readFile, readdir, truncate, unlink } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError } from '@core/domain/app-error';
import { identityOf, isAlive } from './process-identity';
import { writeNewFile } from './safe-file';
import { systemCode } from './storage-error';

const ATTEMPTS = 5;
/** How many old claims stay, so that somebody listing them meanwhile never finds none. */
const KEPT = 2;

/** A claim on a name. */
export interface FileLock {
  release(): Promise<void>;
}

/**
 * Claims `path` for this process; one that died, or whose number went to another program, no longer counts.
 * Claims are numbered files beside it and only the newest counts. A stale one is outnumbered and never removed by those
 * that find it: of two that remove "the stale one", the slower would remove the claim of the faster.
 * Fails with `storage` (system `ELOCKED`) while another running process, or this one, has it.
 */
export async function acquireLock(path: string): Promise<FileLock> {
  const claim = JSON.stringify({ pid: process.pid, identity: await identityOf(process.pid) });
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const newest = Math.max(0, ...(await claimsOf(path)));
    if (await isHeld(claimPath(path, newest))) break;
    const own = newest + 1;
    if ((await writeClaim(claimPath(path, own), claim)) && (await isNewest(path, own))) {
      // An empty claim is nobody's; emptying it works on a full disk too.
      return { release: () => truncate(claimPath(path, own)) };
    }
  }
  throw lockedError(path);
}

const claimPath = (path: string, number: number): string => `${path}.${number}`;

async function claimsOf(path: string): Promise<number[]> {
  const prefix = `${basename(path)}.`;
  const names = await readdir(dirname(path));
  const endings = names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  return endings.filter((ending) => /^[1-9]\d{0,14}$/.test(ending)).map(Number);
}

/** Whether our claim is the newest one. Claims that no longer count are removed where that can be done. */
async function isNewest(path: string, own: number): Promise<boolean> {
  const claims = await claimsOf(path);
  const newest = Math.max(...claims) === own;
  const obsolete = newest ? claims.filter((claim) => claim <= own - KEPT) : [own];
  for (const claim of obsolete) await unlink(claimPath(path, claim)).catch(() => undefined);
  return newest;
}

/** False where somebody else was faster. */
async function writeClaim(path: string, claim: string): Promise<boolean> {
  try {
    // Complete from its first moment, so that nobody reads half a claim and takes it for a stale one.
    await writeNewFile(path, claim);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.facts.system === 'EEXIST') return false;
    throw error;
  }
}

async function isHeld(path: string): Promise<boolean> {
  const { pid, identity } = parseClaim(await readClaim(path));
  if (pid === null || !isAlive(pid)) return false;
  return identity === null || identity === (await identityOf(pid));
}

async function readClaim(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  });
}

function parseClaim(claim: string): { pid: number | null; identity: string | null } {
  const pid = /"pid":(\d{1,10})\b/.exec(claim)?.[1];
  const identity = /"identity":"([^"]{1,100})"/.exec(claim)?.[1];
  return { pid: pid === undefined ? null : Number(pid), identity: identity ?? null };
}

const lockedError = (path: string): AppError =>
  new AppError('storage', 'Another Keydesk is using this file. Close it there and try again.', {
    system: 'ELOCKED',
    place: path,
  });
