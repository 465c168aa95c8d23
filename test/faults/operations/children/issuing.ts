import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '@core/domain/operation';
import type { AppendLog } from '@main/ports';
import { nodeFileSystem } from '@main/storage/file-system';
import { writeNewFile } from '@main/storage/safe-file';
import { KeyDesk, STAGING } from '@test/support/key-desk';
import { DRAFT, journalIn, type KillPoint } from '../kill-points';

/** Issues a key and saves its secret, and is killed at the named point on the way. */
const [, , folder = '', point = '', operationId = ''] = process.argv;

const reached = (here: KillPoint): void => {
  if (here === point) process.kill(process.pid, 'SIGKILL');
};

/** The journal with a point before and after each of its lines. */
function watched(log: AppendLog<Operation>): AppendLog<Operation> {
  return {
    read: () => log.read(),
    compact: (keep) => log.compact(keep),
    append: async (entry) => {
      reached(`before ${entry.state}` as KillPoint);
      await log.append(entry);
      reached(`after ${entry.state}` as KillPoint);
    },
  };
}

const desk = new KeyDesk();
desk.sells('qwilt');
await desk.signIn();
Object.assign(desk.stores, { operations: watched(await journalIn(folder)) });
desk.console.gate = (call) => {
  if (call === 'issue') reached('arrived');
  return null;
};
desk.console.answerGate = (call) => {
  if (call !== 'issue') return null;
  // The truth of the console outlives this process.
  writeFileSync(join(folder, 'console.json'), JSON.stringify(desk.console.keys));
  reached('committed');
  return null;
};
desk.dialogs.saveAs = { path: join(folder, 'key.txt'), overwrite: false };
desk.files.save = (path, text) =>
  writeNewFile(path, text, {
    fs: {
      ...nodeFileSystem,
      link: async (from, to) => {
        reached('written');
        await nodeFileSystem.link(from, to);
        reached('named');
      },
    },
  });

const { keys, secrets } = desk.start();
const outcome = await desk.clock.until(keys.issue({ operationId, environment: STAGING, draft: DRAFT }));
reached('told');
if (outcome.state !== 'confirmed' || outcome.handle === null) throw new Error('No key was issued.');
await desk.clock.until(secrets.download(outcome.handle, 'text'));
reached('saved');
throw new Error(
  `There is no point "${point}" (${readFileSync(join(folder, 'key.txt')).length} bytes saved).`,
);
