import * as z from 'zod';
import { Journal } from '@main/storage/journal';

/** Appends numbers to a journal without end, several at a time, compacts now and then, and tells what is confirmed. */
const [, , path = ''] = process.argv;

const journal = await Journal.open({ path, schema: z.object({ n: z.int(), note: z.string() }) });
const { entries } = await journal.read();
const note = 'x'.repeat(200);

for (let n = entries.length; ; n += 5) {
  const appends = [0, 1, 2, 3, 4].map((more) => journal.append({ n: n + more, note }));
  const compacting = n % 20 === 0 ? journal.compact(() => true) : null;
  await Promise.all(appends);
  process.send?.(n + 4);
  await compacting;
}
