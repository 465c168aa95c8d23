import { dirname } from 'node:path';
import { nodeFileSystem, type FileSystem } from './file-system';
import { formatDocument, parseDocument, type JsonFormat, type ParsedDocument } from './json-document';
import { ensurePrivateFolder } from './private-folder';
import { writeAtomic } from './safe-file';
import { SerialQueue } from './serial-queue';
import { setAside, type FileProblem } from './set-aside';
import { systemCode, toStorageError } from './storage-error';

/** One file of checked JSON. */
export interface JsonStoreOptions<T> extends JsonFormat<T> {
  readonly path: string;
  /** The value while there is no file. */
  initial(): T;
  /** Told when the file could not be used and was set aside. */
  readonly onProblem?: (problem: FileProblem) => void;
  readonly fs?: FileSystem;
}

interface Loaded<T> {
  readonly value: T;
  /** What the file holds, or null where there is none yet. */
  readonly text: string | null;
}

/**
 * A value kept in a file: read once, replaced whole on every change, with the state before it kept as `.previous`.
 * A file that cannot be used is copied aside before anything takes its place. Fails with `storage`.
 */
export class JsonStore<T> {
  private readonly queue = new SerialQueue();
  private readonly fs: FileSystem;
  private loaded: Loaded<T> | null = null;

  constructor(private readonly options: JsonStoreOptions<T>) {
    this.fs = options.fs ?? nodeFileSystem;
  }

  /** The value as it stands after every change asked for so far. */
  read(): Promise<T> {
    return this.queue.run(async () => (await this.load()).value);
  }

  /** Changes the value; resolves when the file holds it. A failed write leaves value and file as they were. */
  update(change: (value: T) => T): Promise<T> {
    return this.queue.run(async () => {
      const before = await this.load();
      const value = change(before.value);
      const text = formatDocument(value, this.options);
      if (text !== before.text) await this.save(text, before.text);
      this.loaded = { value, text };
      return value;
    });
  }

  private async load(): Promise<Loaded<T>> {
    this.loaded ??= await this.readFile();
    return this.loaded;
  }

  private async save(text: string, before: string | null): Promise<void> {
    await ensurePrivateFolder(dirname(this.options.path));
    if (before !== null) await writeAtomic(this.previousPath, before, this.fs);
    await writeAtomic(this.options.path, text, this.fs);
  }

  private async readFile(): Promise<Loaded<T>> {
    const bytes = await this.bytesOf(this.options.path);
    if (!bytes) return { value: this.options.initial(), text: null };
    const found = this.parse(bytes);
    return found.ok ? { value: found.value, text: textOf(bytes) } : this.recover(bytes, found.reason);
  }

  private async recover(bytes: Uint8Array, reason: FileProblem['reason']): Promise<Loaded<T>> {
    const keptAs = await setAside(this.options.path, bytes, this.fs);
    const previous = await this.bytesOf(this.previousPath);
    const found = previous && this.parse(previous);
    const value = found?.ok ? found.value : this.options.initial();
    const text = formatDocument(value, this.options);
    await writeAtomic(this.options.path, text, this.fs);
    this.options.onProblem?.({ file: this.options.path, reason, keptAs, recovered: found?.ok === true });
    return { value, text };
  }

  private parse(bytes: Uint8Array): ParsedDocument<T> {
    return parseDocument(textOf(bytes), this.options);
  }

  private async bytesOf(path: string): Promise<Uint8Array | null> {
    try {
      return await this.fs.readFile(path);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw toStorageError(error, path);
    }
  }

  private get previousPath(): string {
    return `${this.options.path}.previous`;
  }
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
