import { dirname } from 'node:path';
import { syncFolder, writeAll } from './durable-write';
import type { FileSystem, OpenFile } from './file-system';
import { completeLength } from './journal-text';
import { systemCode } from './storage-error';

/**
 * A file that only grows, by whole durable pieces: what was not confirmed is cut off again.
 * For one caller at a time; fails with the system's own errors.
 */
export class JournalFile {
  private uncertain = false;

  private constructor(
    private readonly path: string,
    private readonly fs: FileSystem,
    private readonly file: OpenFile,
    private confirmed: number,
  ) {}

  /** Opens or makes the file; what a crash left after the last complete line is cut off. */
  static async open(path: string, fs: FileSystem): Promise<JournalFile> {
    const bytes = await readOrNull(path, fs);
    const file = await fs.open(path, 'a', 0o600);
    const journal = new JournalFile(path, fs, file, bytes ? completeLength(bytes) : 0);
    try {
      await file.chmod(0o600);
      if (bytes && bytes.byteLength > journal.confirmed) await journal.cut();
      if (!bytes) await syncFolder(dirname(path), fs);
    } catch (error) {
      await file.close();
      throw error;
    }
    return journal;
  }

  /** Adds bytes; when it resolves they are on the disk, when it rejects they are not part of the journal. */
  async append(bytes: Uint8Array): Promise<void> {
    if (this.uncertain) await this.cut();
    this.uncertain = true;
    try {
      await writeAll(this.file, bytes, this.path);
      await this.file.sync();
    } catch (error) {
      await this.cut().catch(() => undefined);
      throw error;
    }
    this.confirmed += bytes.byteLength;
    this.uncertain = false;
  }

  /** Everything confirmed so far. */
  async read(): Promise<Uint8Array> {
    return (await this.fs.readFile(this.path)).subarray(0, this.confirmed);
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  private async cut(): Promise<void> {
    await this.file.truncate(this.confirmed);
    await this.file.sync();
    this.uncertain = false;
  }
}

async function readOrNull(path: string, fs: FileSystem): Promise<Uint8Array | null> {
  return fs.readFile(path).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
}
