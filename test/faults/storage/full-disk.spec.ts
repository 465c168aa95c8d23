import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { bundleEntry } from './bundle-entry';

const run = promisify(execFile);

const Report = z.object({
  outcomes: z.record(z.string(), z.int()),
  broken: z.array(z.string()),
  left: z.array(z.string()),
});

/** A mount that only the program in it sees, and that ends with it. */
const SMALL_DISK = 'mount -t tmpfs -o size=64k keydesk "$1" && exec "$2" "$3" "$1"';
/** As root a mount namespace is enough; others need a user namespace, which some systems forbid. */
const UNSHARE = process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount'];

function canMount(): boolean {
  try {
    execFileSync('unshare', [...UNSHARE, 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a disk that takes no more', () => {
  let program = '';

  beforeAll(async () => {
    program = await bundleEntry('test/faults/storage/children/full-disk.ts');
  });

  async function report(file: string, args: readonly string[]) {
    const folder = await mkdtemp(join(tmpdir(), 'keydesk-full-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const { stdout } = await run(file, [...args, 'sh', folder, process.execPath, program]);
    return Report.parse(JSON.parse(stdout));
  }

  it.runIf(canMount())('leaves the old file or the new one, whole, on 64 KiB', async () => {
    const { outcomes, broken, left } = await report('unshare', [...UNSHARE, 'sh', '-c', SMALL_DISK]);
    expect(broken).toEqual([]);
    expect(left).toEqual([]);
    expect(Object.keys(outcomes).sort()).toEqual(['ENOSPC', 'saved']);
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(20);
  });

  it('leaves the old file or the new one, whole, where files may not grow beyond a limit', async () => {
    const limited = 'ulimit -f 64 && exec "$2" "$3" "$1"';
    const { outcomes, broken, left } = await report('sh', ['-c', limited]);
    expect(broken).toEqual([]);
    expect(left).toEqual([]);
    expect(Object.keys(outcomes).sort()).toEqual(['EFBIG', 'saved']);
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(20);
  });
});
