import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { OutsideFiles } from '@main/electron/outside-files';
import { handedOver } from '@main/handed-over';
import { fileOf } from '@test/support/inventory-file';

describe('a command line of others', () => {
  it('hands over one file that is there and ends as ours do, and nothing else', async () => {
    const path = await fileOf('', 'a.keydesk');
    const folder = dirname(path);
    await mkdir(join(folder, 'folder.csv'));
    await writeFile(join(folder, 'b.CSV'), '');
    await writeFile(join(folder, 'notes.txt'), '');
    await symlink('nowhere.keydesk', join(folder, 'lost.keydesk'));
    const given = (...args: string[]) => handedOver(args, folder);
    expect(await given('--type=renderer', '--open=a.keydesk', '-x', 'a.keydesk', 'b.CSV')).toBe(path);
    expect(await given('missing.keydesk', 'folder.csv', 'lost.keydesk', 'b.CSV')).toBe(join(folder, 'b.CSV'));
    expect(await handedOver([path], '/')).toBe(path);
    expect(await handedOver(['a.keydesk'], '/')).toBeNull();
    for (const arg of [
      '.',
      'notes.txt',
      '--a.keydesk',
      pathToFileURL(path).href,
      'https://a.example/a.keydesk',
      '',
    ])
      expect(await given(arg), arg).toBeNull();
  });

  it('is heard of whenever it comes: before the window, from a second start, by a double click', async () => {
    const path = await fileOf('', 'a.keydesk');
    const listeners = new Map<string, (...args: unknown[]) => void>();
    const app = { on: (name: string, listen: never) => void listeners.set(name, listen) };
    const files = new OutsideFiles(app);
    const heard: string[] = [];
    listeners.get('open-file')?.({ preventDefault: () => undefined }, '/home/ada/first.keydesk');
    files.to((each) => heard.push(each));
    listeners.get('second-instance')?.({}, ['/usr/bin/keydesk', 'a.keydesk'], dirname(path));
    await expect.poll(() => heard).toEqual(['/home/ada/first.keydesk', path]);
  });
});
