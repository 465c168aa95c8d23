import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { AppError } from '@core/domain/app-error';
import { Journal } from '@main/storage/journal';
import { writeAtomic, writeNewFile } from '@main/storage/safe-file';
import { makeGeneration } from '../generation';

/** Fills a small disk in every way there is and prints what came of it as one JSON line. */
const [, , folder = ''] = process.argv;
const OLD = makeGeneration(0, 20_000);

const outcomes: Record<string, number> = {};
const broken: string[] = [];

async function outcomeOf(attempt: Promise<void>): Promise<string> {
  const outcome = await attempt.then(
    () => 'saved',
    (error: unknown) => (error instanceof AppError ? (error.facts.system ?? '') : 'not an AppError'),
  );
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return outcome;
}

async function replaceWith(size: number): Promise<void> {
  const path = join(folder, 'value');
  await writeFile(path, OLD);
  const wanted = makeGeneration(1, size);
  const outcome = await outcomeOf(writeAtomic(path, wanted));
  const found = await readFile(path, 'utf8');
  if (found !== (outcome === 'saved' ? wanted : OLD)) broken.push(`replacing with ${size} bytes`);
}

async function addFile(size: number): Promise<void> {
  const path = join(folder, 'added');
  const wanted = makeGeneration(2, size);
  const outcome = await outcomeOf(writeNewFile(path, wanted));
  const found = await readFile(path, 'utf8').catch(() => null);
  if (found !== (outcome === 'saved' ? wanted : null)) broken.push(`adding ${size} bytes`);
  await rm(path, { force: true });
}

/** Appends until the disk is full, and on after something was removed; the journal holds exactly what was confirmed. */
async function fillJournal(): Promise<void> {
  const ballast = join(folder, 'ballast');
  await writeFile(ballast, 'x'.repeat(16_384));
  const journal = await Journal.open({ path: join(folder, 'journal', 'j.jsonl'), schema: z.string() });
  const confirmed: string[] = [];
  const append = async (n: number): Promise<boolean> => {
    const entry = `${n} ${'y'.repeat((n * 131) % 1500)}`;
    const saved = (await outcomeOf(journal.append(entry))) === 'saved';
    if (saved) confirmed.push(entry);
    return saved;
  };
  let n = 0;
  while (await append(n)) n += 1;
  await rm(ballast);
  if (!(await append(n + 1))) broken.push('appending after space was freed');
  await journal.close();
  const later = await Journal.open({ path: join(folder, 'journal', 'j.jsonl'), schema: z.string() });
  const { entries, damaged } = await later.read();
  if (damaged !== 0 || entries.join() !== confirmed.join()) broken.push('the journal');
  await later.close();
}

for (let page = 1; page <= 20; page += 1) {
  for (const size of [page * 4096 - 1, page * 4096, page * 4096 + 1]) {
    await replaceWith(size - 65);
    await addFile(size - 65);
  }
}
await rm(join(folder, 'value'));
await fillJournal();
const left = (await readdir(folder)).filter((name) => name.endsWith('.tmp'));
process.stdout.write(JSON.stringify({ outcomes, broken, left }));
