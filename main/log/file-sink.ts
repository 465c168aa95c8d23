import { constants } from 'node:fs';
import { chmod, mkdir, open, rename, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogSink } from './log';

/** SECURITY: a link left under the name is not followed; Windows has no such flag. */
const FLAGS =
  constants.O_APPEND |
  constants.O_CREAT |
  constants.O_WRONLY |
  ((constants as { O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0);
const MAX_WAITING = 5000;

/** Where the log is and how much of it is kept. */
export interface FileSinkOptions {
  readonly folder: string;
  /** Bytes after which a file is put away; a file is never larger. */
  readonly maxBytes?: number;
  /** Files that are kept, the current one included. */
  readonly maxFiles?: number;
}

/**
 * Writes lines to `keydesk.log`, older ones to `keydesk.1.log` and so on, for this user alone.
 * Where the disk does not take them, lines are lost and counted; nothing fails because of the log.
 */
export class FileSink implements LogSink {
  private readonly maxBytes: number;
  private readonly maxFiles: number;
  private waiting: string[] = [];
  private pumping: Promise<void> | null = null;
  private file: FileHandle | null = null;
  private size = 0;
  private lost = 0;

  constructor(private readonly options: FileSinkOptions) {
    this.maxBytes = options.maxBytes ?? 1_000_000;
    this.maxFiles = options.maxFiles ?? 5;
  }

  /** How many lines could not be written. */
  get dropped(): number {
    return this.lost;
  }

  write(line: string): void {
    if (this.waiting.length >= MAX_WAITING) this.lost += 1;
    else this.waiting.push(`${line}\n`);
    this.pumping ??= this.pump();
  }

  /** Resolves when every line given so far is written or lost. */
  async flush(): Promise<void> {
    while (this.pumping) await this.pumping;
  }

  /** Flushes and lets go of the file; a later line opens it again. */
  async close(): Promise<void> {
    await this.flush();
    const file = this.file;
    this.file = null;
    await file?.close().catch(() => undefined);
  }

  private async pump(): Promise<void> {
    // A line that comes while the first one is being opened belongs to the same round.
    while (this.waiting.length > 0) {
      const line = this.waiting.shift() ?? '';
      await this.append(Buffer.from(line, 'utf8')).catch(() => {
        this.lost += 1;
      });
    }
    this.pumping = null;
  }

  private async append(bytes: Uint8Array): Promise<void> {
    this.file ??= await this.open();
    if (this.size > 0 && this.size + bytes.byteLength > this.maxBytes) await this.rotate();
    if (bytes.byteLength > this.maxBytes) throw new Error('A line larger than a file.');
    const { bytesWritten } = await this.file.write(bytes);
    this.size += bytesWritten;
  }

  private async open(): Promise<FileHandle> {
    await mkdir(this.options.folder, { recursive: true, mode: 0o700 });
    await chmod(this.options.folder, 0o700);
    const file = await open(this.path(0), FLAGS, 0o600);
    // The mode given to open is not applied to a file that is there already.
    await file.chmod(0o600);
    this.size = (await file.stat()).size;
    return file;
  }

  private async rotate(): Promise<void> {
    await this.file?.close();
    this.file = null;
    for (let age = this.maxFiles - 1; age > 0; age -= 1) {
      if (await exists(this.path(age - 1))) await rename(this.path(age - 1), this.path(age));
    }
    this.file = await this.open();
  }

  private path(age: number): string {
    return join(this.options.folder, age === 0 ? 'keydesk.log' : `keydesk.${age}.log`);
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
