import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { DiskFolder } from '@main/storage/file-folder';

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('DiskFolder', () => {
  let above: string;
  let folder: DiskFolder;

  beforeEach(async () => {
    above = await mkdtemp(join(tmpdir(), 'keydesk-folder-'));
    onTestFinished(() => rm(above, { recursive: true, force: true }));
    folder = new DiskFolder(join(above, 'kept'));
  });

  it('is empty before there is one, and takes no notice of files that are not there', async () => {
    expect(await folder.names()).toEqual([]);
    expect(await folder.read('a')).toBeNull();
    await folder.remove('a');
    await folder.setAside('a');
    expect(await readdir(above)).toEqual([]);
  });

  it('keeps files that only this user can read, and puts them out of the way', async () => {
    await folder.write('a', bytes('first'));
    await folder.write('a', bytes('second'));
    expect(Buffer.from((await folder.read('a')) ?? []).toString()).toBe('second');
    if (process.platform !== 'win32') expect((await stat(join(folder.path, 'a'))).mode & 0o777).toBe(0o600);
    await folder.setAside('a');
    expect(await folder.names()).toEqual(['a.damaged']);
    await folder.remove('a.damaged');
    expect(await folder.names()).toEqual([]);
  });

  it('reaches nothing outside of itself', async () => {
    await writeFile(join(above, 'other'), 'not ours');
    expect(await folder.read('../other')).toBeNull();
    await folder.remove('../other');
    expect(await readdir(above)).toEqual(['other']);
  });

  it('says what the disk refuses', async () => {
    await writeFile(join(above, 'kept'), 'a file in its place');
    await expect(folder.write('a', bytes('x'))).rejects.toMatchObject({ code: 'storage' });
    await expect(folder.names()).rejects.toMatchObject({ code: 'storage' });
  });
});
