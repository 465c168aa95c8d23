import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '@test/e2e/support/command';
import { plainRow, type Row } from './figures';

/** What the window loads, compressed, and what of it its start waits for; the typeface is compressed already. */
export async function bundleSize(): Promise<Row[]> {
  const folder = join(ROOT, 'dist/renderer/assets');
  const names = await readdir(folder);
  const size = async (name: string): Promise<number> =>
    gzipSync(await readFile(join(folder, name))).length / 1_000;
  const sum = async (ending: RegExp): Promise<number> =>
    (await Promise.all(names.filter((name) => ending.test(name)).map(size))).reduce((a, b) => a + b, 0);
  const page = await readFile(join(folder, '../index.html'), 'utf8');
  const starting = names.filter((name) => /\.(js|css)$/.test(name) && page.includes(name));
  const start = (await Promise.all(starting.map(size))).reduce((a, b) => a + b, 0);
  const font = await sum(/\.woff2$/);
  const beside = `${start.toFixed(0)} kB of it at the start; typeface ${font.toFixed(0)} kB more`;
  return [
    plainRow('renderer bundle (gzip)', { measured: await sum(/\.(js|css)$/), beside, unit: 'kB', most: 350 }),
  ];
}
