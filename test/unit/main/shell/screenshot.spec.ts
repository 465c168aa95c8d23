import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeScreenshot } from '@main/screenshot';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'keydesk-picture-'))));
afterAll(() => rm(folder, { recursive: true }));

function page(empty = false) {
  const did: string[] = [];
  const picture = { toPNG: () => Buffer.from('png'), isEmpty: () => empty };
  return {
    did,
    executeJavaScript: async (code: string) =>
      void did.push(code.includes('requestAnimationFrame') ? 'frames' : code),
    capturePage: async () => (did.push('capture'), picture),
  };
}

describe('a picture of the window', () => {
  it('is taken two frames after the window is ready, for this user alone', async () => {
    const subject = page();
    let ready: () => void = () => undefined;
    const file = join(folder, 'a.png');
    const taken = takeScreenshot(subject, file, new Promise((resolve) => void (ready = resolve)));
    await Promise.resolve();
    expect(subject.did).toEqual([]);
    ready();
    expect(await taken).toBeNull();
    expect(subject.did).toEqual(['frames', 'capture']);
    expect(await readFile(file, 'utf8')).toBe('png');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is given up when the window never gets ready', async () => {
    const never = new Promise<void>(() => undefined);
    expect(await takeScreenshot(page(), join(folder, 'b.png'), never, 1)).toMatch(/not ready within/);
  });

  it.each([
    ['no name', '', /Name a file/],
    ['a folder that is not there', '/nowhere/a.png', /could not be saved.*ENOENT/],
  ])('is not taken with %s', async (_what, file, sentence) => {
    expect(await takeScreenshot(page(), file, Promise.resolve())).toMatch(sentence);
  });

  it('is not an empty one', async () => {
    const file = join(folder, 'c.png');
    expect(await takeScreenshot(page(true), file, Promise.resolve())).toMatch(/empty/);
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });
});
