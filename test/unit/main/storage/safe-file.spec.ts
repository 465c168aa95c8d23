import { chmod, lstat, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { sweepTemps, writeAtomic, writeNewFile } from '@main/storage/safe-file';
import { temporaryFolder } from './temporary-folder';
import { systemError, watchedFileSystem } from './watched-file-system';

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

async function failureOf(attempt: Promise<unknown>): Promise<AppError> {
  const error: unknown = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error(`Expected an AppError, got ${String(error)}.`);
}

describe('writeAtomic', () => {
  it('makes the content durable before it takes the name, and the name durable before it resolves', async () => {
    const folder = await temporaryFolder();
    const calls: string[] = [];
    const fs = watchedFileSystem({ watch: (call) => void calls.push(call) });
    await writeAtomic(join(folder, 'value'), 'new', fs);
    const name = basename(folder);
    expect(calls).toEqual([
      ...['open wx .temp', 'chmod 600 .temp', 'write .temp', 'size .temp', 'sync .temp', 'close .temp'],
      ...['rename .temp', `open r ${name}`, `sync ${name}`, `close ${name}`],
    ]);
    expect(await readFile(join(folder, 'value'), 'utf8')).toBe('new');
  });

  it('leaves a file that only this user can read, whatever it was before', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'value'), 'old', { mode: 0o644 });
    await writeAtomic(join(folder, 'value'), 'new');
    expect(await modeOf(join(folder, 'value'))).toBe(0o600);
  });

  it('writes on where the system takes a few bytes at a time', async () => {
    const folder = await temporaryFolder();
    const content = Buffer.alloc(10_000, 'content of some length ');
    const fs = watchedFileSystem({ writes: (wanted) => Math.min(wanted, 7) });
    await writeAtomic(join(folder, 'value'), content, fs);
    expect(await readFile(join(folder, 'value'))).toEqual(content);
  });

  it.each([
    ['takes nothing more', { writes: () => 0 }],
    ['kept fewer bytes than it took', { size: (real: number) => real - 1 }],
  ])('keeps the old file when the disk %s', async (_, faults) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'value'), 'old');
    const failure = await failureOf(writeAtomic(join(folder, 'value'), 'new', watchedFileSystem(faults)));
    expect(failure).toMatchObject({ code: 'storage', facts: { system: 'ENOSPC' } });
    expect(await readFile(join(folder, 'value'), 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['value']);
  });

  const steps = ['open wx', 'chmod', 'write', 'size', 'sync .temp', 'close .temp', 'rename'];
  const codes = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EIO', 'ENOENT'];
  it.each(steps.flatMap((step) => codes.map((code) => [step, code] as const)))(
    'keeps the old file, leaves nothing behind and says why when "%s" fails with %s',
    async (step, code) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'value'), 'old');
      const fs = watchedFileSystem({
        watch: (call) => {
          if (call.startsWith(step)) throw systemError(code);
        },
      });
      const failure = await failureOf(writeAtomic(join(folder, 'value'), 'new', fs));
      expect(failure.facts).toEqual({ system: code, place: join(folder, 'value') });
      expect(failure.message).not.toContain('made for a test');
      expect(await readFile(join(folder, 'value'), 'utf8')).toBe('old');
      expect(await readdir(folder)).toEqual(['value']);
    },
  );

  it('has a sentence of its own for each of these codes', async () => {
    const folder = await temporaryFolder();
    const sentences = await Promise.all(
      codes.map(async (code) => {
        const fs = watchedFileSystem({
          watch: () => {
            throw systemError(code);
          },
        });
        return (await failureOf(writeAtomic(join(folder, 'value'), 'new', fs))).message;
      }),
    );
    expect(new Set(sentences).size).toBe(codes.length);
  });

  it('reports a folder that cannot be put on the disk, and accepts one that never can', async () => {
    const folder = await temporaryFolder();
    const failing = (code: string) =>
      watchedFileSystem({
        watch: (call) => {
          if (call === `sync ${basename(folder)}`) throw systemError(code);
        },
      });
    expect(await failureOf(writeAtomic(join(folder, 'value'), 'new', failing('EIO')))).toMatchObject({
      facts: { system: 'EIO' },
    });
    await writeAtomic(join(folder, 'value'), 'newer', failing('EINVAL'));
    expect(await readFile(join(folder, 'value'), 'utf8')).toBe('newer');
  });
});

describe('writeNewFile', () => {
  it('writes a file that only this user can read', async () => {
    const path = join(await temporaryFolder(), 'key.txt');
    await writeNewFile(path, 'secret');
    expect(await readFile(path, 'utf8')).toBe('secret');
    expect(await modeOf(path)).toBe(0o600);
  });

  it('never replaces a file unless that was confirmed', async () => {
    const path = join(await temporaryFolder(), 'key.txt');
    await writeFile(path, 'old', { mode: 0o644 });
    expect(await failureOf(writeNewFile(path, 'new'))).toMatchObject({ facts: { system: 'EEXIST' } });
    expect(await readFile(path, 'utf8')).toBe('old');
    await writeNewFile(path, 'new', { replace: true });
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await modeOf(path)).toBe(0o600);
  });

  it.each([false, true])('does not follow a link that is already there (replace: %s)', async (replace) => {
    const folder = await temporaryFolder();
    const path = join(folder, 'key.txt');
    await symlink(join(folder, 'elsewhere'), path);
    const failure = await failureOf(writeNewFile(path, 'secret', { replace }));
    expect(failure.facts.system).toBe(replace ? 'ELOOP' : 'EEXIST');
    expect((await lstat(path)).isSymbolicLink()).toBe(true);
    expect(await readdir(folder)).toEqual(['key.txt']);
  });

  it('does not replace a folder', async () => {
    const path = join(await temporaryFolder(), 'key.txt');
    await mkdir(path);
    expect(await failureOf(writeNewFile(path, 'secret', { replace: true }))).toMatchObject({
      facts: { system: 'EISDIR' },
    });
  });

  it('refuses a folder in which everybody may replace everybody’s files', async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o777);
    expect(await failureOf(writeNewFile(join(folder, 'key.txt'), 'secret'))).toMatchObject({
      facts: { system: 'EACCES' },
    });
    await chmod(folder, 0o1777);
    await writeNewFile(join(folder, 'key.txt'), 'secret');
    expect(await readdir(folder)).toEqual(['key.txt']);
  });

  describe('on a disk without hard links', () => {
    const fs = watchedFileSystem({
      watch: (call) => {
        if (call.startsWith('link')) throw systemError('EPERM');
      },
    });

    it('still writes', async () => {
      const folder = await temporaryFolder();
      await writeNewFile(join(folder, 'key.txt'), 'secret', { fs });
      expect(await readFile(join(folder, 'key.txt'), 'utf8')).toBe('secret');
      expect(await readdir(folder)).toEqual(['key.txt']);
    });

    it('still replaces nothing', async () => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'key.txt'), 'old');
      expect(await failureOf(writeNewFile(join(folder, 'key.txt'), 'new', { fs }))).toMatchObject({
        facts: { system: 'EEXIST' },
      });
      expect(await readFile(join(folder, 'key.txt'), 'utf8')).toBe('old');
      expect(await readdir(folder)).toEqual(['key.txt']);
    });
  });
});

describe('sweepTemps', () => {
  it('removes what an interrupted write left, and nothing else', async () => {
    const folder = await temporaryFolder();
    const stale = `.keydesk-${'0a'.repeat(16)}.tmp`;
    const others = ['.keydesk-short.tmp', 'keydesk.tmp', 'settings.json'];
    for (const name of [stale, ...others]) await writeFile(join(folder, name), '');
    expect(await sweepTemps(folder)).toBe(1);
    expect((await readdir(folder)).sort()).toEqual([...others].sort());
  });

  it('finds nothing in a folder that is not there', async () => {
    expect(await sweepTemps(join(await temporaryFolder(), 'never-made'))).toBe(0);
  });
});
