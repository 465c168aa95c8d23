import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialogsOver, type NativeDialogs } from '@main/electron/dialogs';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'keydesk-dialogs-'))));
afterAll(() => rm(folder, { recursive: true }));

function setUp(answers: { filePath?: string; filePaths?: string[]; response?: number; canceled?: boolean }) {
  const asked: unknown[] = [];
  const { canceled = false, filePath = '', filePaths = [], response = 1 } = answers;
  const native: NativeDialogs<string> = {
    showSaveDialog: async (window, options) => (asked.push([window, options]), { canceled, filePath }),
    showOpenDialog: async (window, options) => (asked.push([window, options]), { canceled, filePaths }),
    showMessageBox: async (window, options) => (asked.push([window, options]), { response }),
  };
  return { asked, dialogs: dialogsOver({ native, window: 'window', downloads: '/downloads' }) };
}

describe('saving', () => {
  it('suggests a place in the downloads and lets the system ask before it overwrites', async () => {
    const { asked, dialogs } = setUp({ filePath: join(folder, 'new.txt') });
    expect(await dialogs.saveFile('key.txt')).toEqual({ path: join(folder, 'new.txt'), overwrite: false });
    const properties = ['createDirectory', 'showOverwriteConfirmation'];
    expect(asked).toEqual([['window', { defaultPath: join('/downloads', 'key.txt'), properties }]]);
  });

  it('counts a file that is there as confirmed', async () => {
    await writeFile(join(folder, 'old.txt'), '');
    const { dialogs } = setUp({ filePath: join(folder, 'old.txt') });
    expect(await dialogs.saveFile('key.txt')).toEqual({ path: join(folder, 'old.txt'), overwrite: true });
  });

  it('is null when the operator cancels', async () => {
    expect(await setUp({ canceled: true, filePath: 'x' }).dialogs.saveFile('key.txt')).toBeNull();
    expect(await setUp({ filePath: '' }).dialogs.saveFile('key.txt')).toBeNull();
  });
});

it('opens one file, or none', async () => {
  expect(await setUp({ filePaths: ['/a.pem'] }).dialogs.openFile('certificate')).toBe('/a.pem');
  expect(await setUp({ canceled: true, filePaths: ['/a.pem'] }).dialogs.openFile('certificate')).toBeNull();
  expect(await setUp({}).dialogs.openFile('certificate')).toBeNull();
});

it('shows files of the kind that is asked for first', async () => {
  const { asked, dialogs } = setUp({ filePaths: ['/a.jsonl'] });
  expect(await dialogs.openFile('incident')).toBe('/a.jsonl');
  const [, options] = (asked[0] as [string, { filters: { extensions: string[] }[] }]) ?? [];
  expect(options.filters.map(({ extensions }) => extensions)).toEqual([['jsonl'], ['*']]);
});

describe('a question', () => {
  const question = {
    title: 'Delete',
    message: 'Delete 30 keys?',
    detail: 'Nothing brings them back.',
    action: 'Delete',
  };

  it('is answered with cancel by the keys that people press without reading', async () => {
    const { asked, dialogs } = setUp({ response: 1 });
    expect(await dialogs.confirm(question)).toBe(false);
    const [, options] = (asked[0] as [string, { buttons: string[] }]) ?? [];
    expect(options).toMatchObject({
      buttons: ['Delete', 'Cancel'],
      defaultId: 1,
      cancelId: 1,
      detail: question.detail,
    });
  });

  it('is answered with yes by its own button only', async () => {
    expect(await setUp({ response: 0 }).dialogs.confirm(question)).toBe(true);
    expect(await setUp({ response: -1 }).dialogs.confirm(question)).toBe(false);
  });
});
