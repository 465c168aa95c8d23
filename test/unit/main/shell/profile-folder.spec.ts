import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeProfile } from '@main/electron/profile-folder';

let configuration: string;
beforeEach(async () => void (configuration = await mkdtemp(join(tmpdir(), 'keydesk-configuration-'))));
afterEach(() => rm(configuration, { recursive: true }));

function make() {
  const set = new Map<string, string>();
  const app = {
    setName: (name: string) => void set.set('name', name),
    getPath: () => configuration,
    setPath: (name: string, path: string) => void set.set(name, path),
  };
  return { set, folder: makeProfile(app, 'Keydesk') };
}

describe('the profile', () => {
  it('is a folder of its own, with what Chromium keeps apart inside it', () => {
    const folder = join(configuration, 'Keydesk');
    const { set, folder: made } = make();
    expect(made).toBe(folder);
    expect(Object.fromEntries(set)).toEqual({
      name: 'Keydesk',
      userData: folder,
      sessionData: join(folder, 'session'),
    });
  });

  it('is for this user alone, also where it was open to others', async () => {
    await mkdir(join(configuration, 'Keydesk'), { mode: 0o755 });
    const { folder } = make();
    expect((await stat(folder ?? '')).mode & 0o777).toBe(0o700);
  });

  it('is null where the system does not allow it', async () => {
    await writeFile(join(configuration, 'Keydesk'), 'a file of that name');
    expect(make().folder).toBeNull();
  });
});
