import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unzip } from '../../../tools/lib/unzip.mjs';

interface Entry {
  name: string;
  text: string;
  mode?: number;
  stored?: boolean;
}

function records({ name, text, mode = 0o100644, stored = false }: Entry, offset: number): [Buffer, Buffer] {
  const data = stored ? Buffer.from(text) : deflateRawSync(text);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(stored ? 0 : 8, 10);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt32LE(mode * 0x10000, 38);
  central.writeUInt32LE(offset, 42);
  return [Buffer.concat([local, Buffer.from(name), data]), Buffer.concat([central, Buffer.from(name)])];
}

function zip(entries: Entry[]): Buffer {
  let body = Buffer.alloc(0);
  let directory = Buffer.alloc(0);
  for (const entry of entries) {
    const [local, central] = records(entry, body.length);
    body = Buffer.concat([body, local]);
    directory = Buffer.concat([directory, central]);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, directory, end]);
}

describe('unzip', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keydesk-unzip-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (entries: Entry[]): string => {
    const archive = join(folder, 'archive.zip');
    writeFileSync(archive, zip(entries));
    return archive;
  };

  it('unpacks what is wanted, with its permissions', async () => {
    const archive = write([
      { name: 'app/run', text: 'go', mode: 0o100755 },
      { name: 'app/notes.txt', text: 'plain', stored: true },
      { name: 'app/empty', text: '', stored: true },
      { name: 'other/a', text: 'not wanted' },
    ]);
    const target = join(folder, 'out');
    await unzip(archive, target, (name) => name.startsWith('app/'));
    expect(readFileSync(join(target, 'app/run'), 'utf8')).toBe('go');
    expect(statSync(join(target, 'app/run')).mode & 0o777).toBe(0o755);
    expect(readFileSync(join(target, 'app/notes.txt'), 'utf8')).toBe('plain');
    expect(readFileSync(join(target, 'app/empty'), 'utf8')).toBe('');
    expect(() => statSync(join(target, 'other'))).toThrow();
  });

  it.each(['../outside', 'a/../../outside', '/../outside'])('refuses the name %s', async (name) => {
    await expect(unzip(write([{ name, text: 'x' }]), join(folder, 'out'))).rejects.toThrow('reaches outside');
    expect(() => statSync(join(folder, 'outside'))).toThrow();
  });

  it('refuses symbolic links', async () => {
    const archive = write([{ name: 'link', text: '/etc', mode: 0o120777, stored: true }]);
    await expect(unzip(archive, join(folder, 'out'))).rejects.toThrow('reaches outside');
  });

  it.each(['', 'no archive at all, but long enough to hold the end of one'])('refuses %j', async (text) => {
    const archive = join(folder, 'archive.zip');
    writeFileSync(archive, text);
    await expect(unzip(archive, join(folder, 'out'))).rejects.toThrow('not a zip archive');
  });
});
