import { join } from 'node:path';
import { writeAtomic, writeNewFile } from '@main/storage/safe-file';
import { makeGeneration } from '../generation';

/** Writes generations without end, replacing one file or adding new ones, and tells each that is done. */
const [, , mode, folder = '', from = '0'] = process.argv;

for (let n = Number(from); ; n += 1) {
  const text = makeGeneration(n, 1000 + ((n * 7919) % 60_000));
  if (mode === 'replace') await writeAtomic(join(folder, 'value'), text);
  else await writeNewFile(join(folder, `value-${n}`), text);
  process.send?.(n);
}
