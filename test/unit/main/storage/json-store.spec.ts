import { chmod, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { FileSystem } from '@main/storage/file-system';
import { JsonStore } from '@main/storage/json-store';
import type { FileProblem } from '@main/storage/set-aside';
import { temporaryFolder } from './temporary-folder';
import { systemError, watchedFileSystem } from './watched-file-system';

const Taste = z.object({ colour: z.string() });
type Taste = z.infer<typeof Taste>;

const INITIAL: Taste = { colour: 'grey' };

async function makeStore(fs?: FileSystem) {
  const folder = await temporaryFolder();
  const path = join(folder, 'taste.json');
  const problems: FileProblem[] = [];
  const open = () =>
    new JsonStore<Taste>({
      path,
      schema: Taste,
      migrations: [(data) => ({ colour: z.object({ color: z.string() }).parse(data).color })],
      initial: () => INITIAL,
      onProblem: (problem) => void problems.push(problem),
      ...(fs && { fs }),
    });
  return { folder, path, problems, open };
}

const setTo = (colour: string) => () => ({ colour });

describe('JsonStore', () => {
  it('starts with the initial value and writes nothing until something changes', async () => {
    const { folder, open } = await makeStore();
    const store = open();
    expect(await store.read()).toEqual(INITIAL);
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives a change to the next start', async () => {
    const { open, path } = await makeStore();
    expect(await open().update(setTo('blue'))).toEqual({ colour: 'blue' });
    expect(await open().read()).toEqual({ colour: 'blue' });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('applies changes asked for at once one after the other', async () => {
    const { open } = await makeStore();
    const store = open();
    const letters = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(
      letters.map((letter) => store.update(({ colour }) => ({ colour: `${colour}${letter}` }))),
    );
    expect(await open().read()).toEqual({ colour: 'greyabcde' });
  });

  it('does not touch the disk for a change that changes nothing', async () => {
    const calls: string[] = [];
    const { open } = await makeStore(watchedFileSystem({ watch: (call) => void calls.push(call) }));
    const store = open();
    await store.update(setTo('blue'));
    calls.length = 0;
    await store.update(setTo('blue'));
    expect(calls).toEqual([]);
  });

  it('lifts the data of an earlier version', async () => {
    const { open, path } = await makeStore();
    await writeFile(path, JSON.stringify({ version: 1, data: { color: 'red' } }));
    expect(await open().read()).toEqual({ colour: 'red' });
  });

  it.each([
    ['is no JSON', '{"version":2,"da', 'damaged'],
    ['holds other data', '{"version":2,"data":{"colour":7}}', 'damaged'],
    ['is empty', '', 'damaged'],
    ['was written by a later Keydesk', '{"version":3,"data":{"colour":"red"}}', 'newer'],
  ])('keeps a file that %s aside, unchanged', async (_, text, reason) => {
    const { open, path, folder, problems } = await makeStore();
    await writeFile(path, text);
    const store = open();
    expect(await store.read()).toEqual(INITIAL);
    expect(problems).toMatchObject([{ file: path, reason, recovered: false }]);
    const kept = (await readdir(folder)).find((name) => name.startsWith('taste.json.damaged-'));
    expect(await readFile(join(folder, kept ?? ''), 'utf8')).toBe(text);
    expect(await open().read()).toEqual(INITIAL);
    expect(problems).toHaveLength(1);
  });

  it('goes back to the state before the last change when the file is damaged', async () => {
    const { open, path, problems } = await makeStore();
    const store = open();
    await store.update(setTo('blue'));
    await store.update(setTo('green'));
    await writeFile(path, 'noise');
    expect(await open().read()).toEqual({ colour: 'blue' });
    expect(problems).toMatchObject([{ recovered: true }]);
  });

  it('does not replace a damaged file that it could not keep aside', async () => {
    const fs = watchedFileSystem({
      watch: (call) => {
        if (call.startsWith('open wx')) throw systemError('ENOSPC');
      },
    });
    const { open, path } = await makeStore(fs);
    await writeFile(path, 'noise');
    await expect(open().read()).rejects.toMatchObject({ code: 'storage', facts: { system: 'ENOSPC' } });
    expect(await readFile(path, 'utf8')).toBe('noise');
  });

  it('reports a file that cannot be read, and does not take it for a damaged one', async () => {
    const fs = watchedFileSystem({
      watch: (call) => {
        if (call.startsWith('readFile')) throw systemError('EACCES');
      },
    });
    const { open, path, folder } = await makeStore(fs);
    await writeFile(path, '{"version":2,"data":{"colour":"red"}}');
    await expect(open().update(setTo('blue'))).rejects.toMatchObject({ facts: { system: 'EACCES' } });
    expect(await readdir(folder)).toEqual(['taste.json']);
  });

  it('keeps value and file as they were when a change cannot be written, and recovers', async () => {
    let full = false;
    const fs = watchedFileSystem({
      watch: (call) => {
        if (full && call.startsWith('write')) throw systemError('ENOSPC');
      },
    });
    const { open } = await makeStore(fs);
    const store = open();
    await store.update(setTo('blue'));
    full = true;
    await expect(store.update(setTo('green'))).rejects.toMatchObject({ facts: { system: 'ENOSPC' } });
    expect(await store.read()).toEqual({ colour: 'blue' });
    full = false;
    await store.update(setTo('red'));
    expect(await open().read()).toEqual({ colour: 'red' });
  });

  it('makes its folder private', async () => {
    const { folder, open } = await makeStore();
    await chmod(folder, 0o755);
    await open().update(setTo('blue'));
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });
});
