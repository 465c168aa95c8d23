import { chmod, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FileSink } from '@main/log/file-sink';
import { temporaryFolder } from '../storage/temporary-folder';

async function makeSink(limits: { maxBytes?: number; maxFiles?: number } = {}) {
  const folder = join(await temporaryFolder(), 'logs');
  const sink = new FileSink({ folder, ...limits });
  onTestFinished(() => sink.close());
  return { folder, sink, current: join(folder, 'keydesk.log') };
}

describe('FileSink', () => {
  it('appends lines in order, in a file for this user alone', async () => {
    const { sink, folder, current } = await makeSink();
    for (const line of ['one', 'two', 'three']) sink.write(line);
    await sink.flush();
    expect(await readFile(current, 'utf8')).toBe('one\ntwo\nthree\n');
    expect((await stat(current)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('goes on in the file of the last start, and makes it private', async () => {
    const { sink, folder, current } = await makeSink();
    await mkdir(folder);
    await writeFile(current, 'before\n', { mode: 0o644 });
    await chmod(current, 0o644);
    sink.write('after');
    await sink.close();
    expect(await readFile(current, 'utf8')).toBe('before\nafter\n');
    expect((await stat(current)).mode & 0o777).toBe(0o600);
  });

  it('keeps the newest lines within its files, none larger than allowed', async () => {
    const { sink, folder, current } = await makeSink({ maxBytes: 40, maxFiles: 3 });
    for (let n = 10; n < 60; n += 1) sink.write(`line ${n}`);
    await sink.flush();
    expect((await readdir(folder)).sort()).toEqual(['keydesk.1.log', 'keydesk.2.log', 'keydesk.log']);
    const files = ['keydesk.2.log', 'keydesk.1.log'].map((name) => join(folder, name));
    const texts = await Promise.all([...files, current].map((path) => readFile(path, 'utf8')));
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(40);
    expect(texts.join('')).toBe(Array.from({ length: 15 }, (_, n) => `line ${n + 45}\n`).join(''));
  });

  it('drops a line that no file could hold', async () => {
    const { sink, current } = await makeSink({ maxBytes: 20 });
    sink.write('x'.repeat(30));
    sink.write('fits');
    await sink.flush();
    expect(await readFile(current, 'utf8')).toBe('fits\n');
    expect(sink.dropped).toBe(1);
  });

  it('follows no link, and counts what it could not write', async () => {
    const { sink, folder, current } = await makeSink();
    await mkdir(folder);
    await symlink(join(folder, 'elsewhere'), current);
    sink.write('one');
    sink.write('two');
    await sink.flush();
    expect(await readdir(folder)).toEqual(['keydesk.log']);
    expect(sink.dropped).toBe(2);
  });
});
