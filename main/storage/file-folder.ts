import { basename, join } from 'node:path';
import type { FileFolder } from '@main/ports';
import { nodeFileSystem } from './file-system';
import { ensurePrivateFolder } from './private-folder';
import { writeAtomic } from './safe-file';
import { systemCode, toStorageError } from './storage-error';

/** A folder of our own on the disk, which only this user can enter; made with the first file. */
export class DiskFolder implements FileFolder {
  constructor(
    readonly path: string,
    private readonly fs = nodeFileSystem,
  ) {}

  async names(): Promise<readonly string[]> {
    return (await this.unlessMissing(this.path, (path) => this.fs.readdir(path))) ?? [];
  }

  read(name: string): Promise<Uint8Array | null> {
    return this.unlessMissing(this.file(name), (path) => this.fs.readFile(path));
  }

  async write(name: string, content: Uint8Array): Promise<void> {
    await ensurePrivateFolder(this.path);
    await writeAtomic(this.file(name), content, this.fs);
  }

  async remove(name: string): Promise<void> {
    await this.unlessMissing(this.file(name), (path) => this.fs.unlink(path));
  }

  async setAside(name: string): Promise<void> {
    await this.unlessMissing(this.file(name), (path) => this.fs.rename(path, `${path}.damaged`));
  }

  /** SECURITY: a name is one file in here, whatever it says. */
  private file(name: string): string {
    return join(this.path, basename(name));
  }

  private async unlessMissing<T>(path: string, job: (path: string) => Promise<T>): Promise<T | null> {
    try {
      return await job(path);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw toStorageError(error, path);
    }
  }
}
