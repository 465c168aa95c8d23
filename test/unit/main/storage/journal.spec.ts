import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { AppError } from '@core/domain/app-error';
import type { FileSystem } from '@main/storage/file-system';
import { Journal } from '@main/storage/journal';
import { temporaryFolder } from './temporary-folder';
import { systemError, watchedFileSystem } from './watched-file-system';

const Step = z.object({ n: z.int() });
type Step = z.infer<typeof Step>;

async function makeJournal(fs?: FileSystem) {
  const folder = join(await temporaryFolder(), 'journal');
  const path = join(folder, 'steps.jsonl');
  const open = async (): Promise<Journal<Step>> => {
    const journal = await Journal.open({ path, schema: Step, ...(fs && { fs }) });
    onTestFinished(() => journal.close().catch(() => undefined));
    return journal;
  };
  return { folder, path, open };
}

const numbers = ({ entries }: { entries: readonly Step[] }): number[] => entries.map(({ n }) => n);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

describe('Journal', () => {
  it('gives back what was appended, in order, also at the next start', async () => {
    const { open } = await makeJournal();
    const first = await open();
    for (const n of upTo(3)) await first.append({ n });
    expect(numbers(await first.read())).toEqual([0, 1, 2]);
    await first.close();
    expect(await (await open()).read()).toEqual({ entries: [{ n: 0 }, { n: 1 }, { n: 2 }], damaged: 0 });
  });

  it('is readable by this user alone', async () => {
    const { open, folder, path } = await makeJournal();
    await open();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('resolves an append only after the disk has it, and lets those that wait share one sync', async () => {
    const calls: string[] = [];
    const { open } = await makeJournal(watchedFileSystem({ watch: (call) => void calls.push(call) }));
    const journal = await open();
    calls.length = 0;
    await Promise.all(
      upTo(50).map(async (n) => {
        await journal.append({ n });
        expect(calls.at(-1)).toBe('sync steps.jsonl');
      }),
    );
    expect(calls.filter((call) => call.startsWith('sync')).length).toBeLessThanOrEqual(3);
    expect(numbers(await journal.read())).toEqual(upTo(50));
  });

  it('refuses an entry that it could not read back', async () => {
    const { open } = await makeJournal();
    const journal = await open();
    expect(() => journal.append({ n: 1.5 })).toThrow();
    expect((await journal.read()).entries).toEqual([]);
  });

  it('drops a line that a crash left unfinished, wherever it was cut', async () => {
    const whole = '{"n":1}\n{"n":2}\n{"n":3}\n';
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (length) => {
        const path = join(await temporaryFolder(), 'steps.jsonl');
        await writeFile(path, whole.slice(0, length));
        const journal = await Journal.open({ path, schema: Step });
        await journal.append({ n: 9 });
        const complete = whole.slice(0, length).split('\n').length - 1;
        expect(await journal.read()).toEqual({
          entries: [...upTo(complete).map((n) => ({ n: n + 1 })), { n: 9 }],
          damaged: 0,
        });
        await journal.close();
      }),
    );
  });

  it('reads past a damaged line and keeps a copy of it before it is compacted away', async () => {
    const { open, path, folder } = await makeJournal();
    const journal = await open();
    await journal.append({ n: 1 });
    await journal.close();
    const damaged = `${await readFile(path, 'utf8')}{"n":"two"}\n\0\0\0\n{"n":3}\n`;
    await writeFile(path, damaged);
    const later = await open();
    expect(await later.read()).toEqual({ entries: [{ n: 1 }, { n: 3 }], damaged: 2 });
    await later.compact(() => true);
    expect(await later.read()).toEqual({ entries: [{ n: 1 }, { n: 3 }], damaged: 0 });
    const kept = (await readdir(folder)).find((name) => name.includes('.damaged-'));
    expect(await readFile(join(folder, kept ?? ''), 'utf8')).toBe(damaged);
  });

  it('keeps what compacting is told to keep, and what is appended meanwhile', async () => {
    const { open } = await makeJournal();
    const journal = await open();
    await Promise.all(upTo(10).map((n) => journal.append({ n })));
    await Promise.all([journal.compact(({ n }) => n % 2 === 1), journal.append({ n: 10 })]);
    await journal.append({ n: 11 });
    expect(numbers(await journal.read())).toEqual([1, 3, 5, 7, 9, 10, 11]);
  });

  it('is unchanged by a compacting that fails', async () => {
    const fs = watchedFileSystem({
      watch: (call) => {
        if (call.startsWith('rename')) throw systemError('EIO');
      },
    });
    const { open } = await makeJournal(fs);
    const journal = await open();
    await journal.append({ n: 1 });
    await expect(journal.compact(() => false)).rejects.toMatchObject({ facts: { system: 'EIO' } });
    await journal.append({ n: 2 });
    expect(numbers(await journal.read())).toEqual([1, 2]);
  });

  it('adds to no file that was replaced under it', async () => {
    let broken = false;
    const fs = watchedFileSystem({
      watch: (call) => {
        if (broken && call === 'open a steps.jsonl') throw systemError('EMFILE');
      },
    });
    const { open } = await makeJournal(fs);
    const journal = await open();
    await journal.append({ n: 1 });
    broken = true;
    await expect(journal.compact(() => true)).rejects.toMatchObject({ facts: { system: 'EMFILE' } });
    await expect(journal.append({ n: 2 })).rejects.toBeInstanceOf(AppError);
  });

  it.each(['write', 'sync'])(
    'takes back an append whose %s fails, and goes on when the disk does',
    async (step) => {
      let full = false;
      const fs = watchedFileSystem({
        writes: (wanted) => (full ? Math.min(wanted, 4) : wanted),
        watch: (call) => {
          if (full && call === `${step} steps.jsonl` && step === 'sync') throw systemError('EIO');
          if (full && step === 'write' && call.startsWith('write') && (taken += 1) > 1)
            throw systemError('ENOSPC');
        },
      });
      let taken = 0;
      const { open, path } = await makeJournal(fs);
      const journal = await open();
      await journal.append({ n: 1 });
      full = true;
      await expect(journal.append({ n: 2 })).rejects.toMatchObject({ code: 'storage' });
      full = false;
      await journal.append({ n: 3 });
      expect(await readFile(path, 'utf8')).toBe('{"n":1}\n{"n":3}\n');
    },
  );

  it('never joins an entry to a piece of one that could not be taken back', async () => {
    let failing = false;
    const fs = watchedFileSystem({
      writes: (wanted) => (failing ? Math.min(wanted, 3) : wanted),
      watch: (call) => {
        if (failing && (call.startsWith('truncate') || call.startsWith('sync'))) throw systemError('EIO');
      },
    });
    const { open } = await makeJournal(fs);
    const journal = await open();
    await journal.append({ n: 1 });
    failing = true;
    await expect(journal.append({ n: 2 })).rejects.toMatchObject({ facts: { system: 'EIO' } });
    await expect(journal.append({ n: 3 })).rejects.toMatchObject({ facts: { system: 'EIO' } });
    failing = false;
    await journal.append({ n: 4 });
    expect(await journal.read()).toEqual({ entries: [{ n: 1 }, { n: 4 }], damaged: 0 });
  });

  it('belongs to one holder at a time', async () => {
    const { open } = await makeJournal();
    const journal = await open();
    await expect(open()).rejects.toMatchObject({ code: 'storage', facts: { system: 'ELOCKED' } });
    await journal.close();
    await expect(open()).resolves.toBeInstanceOf(Journal);
  });

  it('finishes what was asked for before it closes', async () => {
    const { open, path } = await makeJournal();
    const journal = await open();
    const appended = journal.append({ n: 1 });
    await journal.close();
    await appended;
    expect(await readFile(path, 'utf8')).toBe('{"n":1}\n');
  });
});
