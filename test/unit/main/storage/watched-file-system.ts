import { basename } from 'node:path';
import { nodeFileSystem, type FileSystem, type OpenFile } from '@main/storage/file-system';

/** One call as it is about to happen: `sync value.json`, `rename .temp`. Names of temporary files read `.temp`. */
export type Watch = (call: string) => void;

/** An error as the system throws it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made for a test`), { code });
}

/** How the watched file system differs from the real one. */
export interface Faults {
  /** Sees every call and may throw in its place. */
  readonly watch?: Watch;
  /** How many bytes one write takes of those it is given. */
  readonly writes?: (wanted: number) => number;
  /** What a file's size is said to be. */
  readonly size?: (real: number) => number;
}

const shortName = (path: string): string => basename(path).replace(/^\.keydesk-[0-9a-f]{32}\.tmp$/, '.temp');

/** The real file system, watched and disturbed. */
export function watchedFileSystem(faults: Faults): FileSystem {
  const watch = async (call: string): Promise<void> => faults.watch?.(call);
  const named =
    <A extends [string, ...unknown[]], R>(name: string, run: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await watch(`${name} ${shortName(args[0])}`);
      return run(...args);
    };
  return {
    open: async (path, flags, mode) => {
      await watch(`open ${flags} ${shortName(path)}`);
      return watchedFile(await nodeFileSystem.open(path, flags, mode), shortName(path), { ...faults, watch });
    },
    readFile: named('readFile', (path: string) => nodeFileSystem.readFile(path)),
    readdir: named('readdir', (path: string) => nodeFileSystem.readdir(path)),
    stat: named('stat', (path: string) => nodeFileSystem.stat(path)),
    lstat: named('lstat', (path: string) => nodeFileSystem.lstat(path)),
    rename: named('rename', (from: string, to: string) => nodeFileSystem.rename(from, to)),
    link: named('link', (existing: string, added: string) => nodeFileSystem.link(existing, added)),
    unlink: named('unlink', (path: string) => nodeFileSystem.unlink(path)),
  };
}

type AwaitedFaults = Omit<Faults, 'watch'> & { readonly watch: (call: string) => Promise<void> };

function watchedFile(file: OpenFile, name: string, { watch, writes, size }: AwaitedFaults): OpenFile {
  return {
    write: async (data, offset, length) => {
      await watch(`write ${name}`);
      const taken = writes ? writes(length) : length;
      return taken === 0 ? { bytesWritten: 0 } : file.write(data, offset, taken);
    },
    chmod: async (mode) => {
      await watch(`chmod ${mode.toString(8)} ${name}`);
      await file.chmod(mode);
    },
    truncate: async (length) => {
      await watch(`truncate ${name}`);
      await file.truncate(length);
    },
    stat: async () => {
      await watch(`size ${name}`);
      const facts = await file.stat();
      return { size: size ? size(facts.size) : facts.size };
    },
    sync: async () => {
      await watch(`sync ${name}`);
      await file.sync();
    },
    close: async () => {
      // Closed in any case: a test must not leak what the system would have closed.
      await file.close();
      await watch(`close ${name}`);
    },
  };
}
