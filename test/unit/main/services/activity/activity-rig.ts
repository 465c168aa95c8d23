import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ActivityEntry, type ActivityNote } from '@core/domain/activity';
import type { AppError } from '@core/domain/app-error';
import { nodeCrypto } from '@main/node-crypto';
import { ActivityService } from '@main/services/activity/activity-service';
import { Journal } from '@main/storage/journal';
import { FakeClock } from '@test/support/fake-clock';
import { FakeDialogs, FakeFiles, FakeLog } from '@test/support/fake-ports';
import { MemorySecretStore } from '@test/support/memory-secret-store';
import { temporaryFolder } from '../../storage/temporary-folder';

/** Something that was done. */
export const shown = (keyName: string): ActivityNote => ({ action: 'show', result: 'done', keyName });

/** The activity log over a real file, with the disk and the keychain in a test's hands. */
export class ActivityRig {
  readonly clock = new FakeClock();
  readonly keychain = new MemorySecretStore();
  readonly log = new FakeLog();
  readonly dialogs = new FakeDialogs();
  readonly files = new FakeFiles();
  /** What every append ends in. */
  full: AppError | null = null;
  keychainWrites = 0;
  keychainReads = 0;
  private journal: Journal<ActivityEntry> | null = null;

  private constructor(readonly folder: string) {}

  static async create(): Promise<ActivityRig> {
    const rig = new ActivityRig(await temporaryFolder());
    onTestFinished(async () => void (await rig.journal?.close()));
    return rig;
  }

  get path(): string {
    return join(this.folder, 'journal', 'activity.jsonl');
  }

  /** Starts the service on what is on the disk; whatever ran before has crashed. */
  async start(folder = this.folder): Promise<ActivityService> {
    await this.journal?.close();
    const journal = await Journal.open({ path: this.path, schema: ActivityEntry });
    this.journal = journal;
    return new ActivityService({
      entries: {
        append: (entry) => (this.full === null ? journal.append(entry) : Promise.reject(this.full)),
        lines: () => journal.lines(),
        last: () => journal.last(),
      },
      keychain: {
        read: (account) => ((this.keychainReads += 1), this.keychain.read(account)),
        write: (account, value) => ((this.keychainWrites += 1), this.keychain.write(account, value)),
      },
      clock: this.clock,
      crypto: nodeCrypto,
      log: this.log,
      dialogs: this.dialogs,
      files: this.files,
      person: 'ada',
      folder,
      named: async (note) => note,
    });
  }

  /** A log of keys that were shown, with its head in the keychain. */
  async written(...keys: readonly string[]): Promise<void> {
    const service = await this.start();
    for (const key of keys) service.record(shown(key));
    await service.finish();
  }

  async lines(): Promise<string[]> {
    return (await readFile(this.path, 'utf8')).split('\n').slice(0, -1);
  }

  /** What somebody does to the file while Keydesk is not running. */
  async tamper(change: (lines: string[]) => string[]): Promise<void> {
    await this.journal?.close();
    this.journal = null;
    await writeFile(
      this.path,
      change(await this.lines())
        .map((line) => `${line}\n`)
        .join(''),
    );
  }

  async entries(): Promise<ActivityEntry[]> {
    return (await this.lines()).map((line) => ActivityEntry.parse(JSON.parse(line)));
  }
}
