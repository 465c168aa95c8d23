import { join } from 'node:path';
import { Operation } from '@core/domain/operation';
import { Journal } from '@main/storage/journal';

/** Where a process that issues a key and saves its secret is killed, in the order in which it gets there. */
export const KILL_POINTS = [
  'before intended',
  'after intended',
  'before sent',
  'after sent',
  'arrived',
  'committed',
  'before confirmed',
  'after confirmed',
  'told',
  'written',
  'named',
  'saved',
] as const;
export type KillPoint = (typeof KILL_POINTS)[number];

/** The key that is issued, at a vendor that shows a secret once. */
export const DRAFT = { name: 'Nightly export', role: 'Editor', validDays: 30 } as const;

/** The journal on the disk. */
export const journalIn = (folder: string): Promise<Journal<Operation>> =>
  Journal.open({ path: join(folder, 'journal', 'operations.jsonl'), schema: Operation });
