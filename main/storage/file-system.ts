import * as nodeFs from 'node:fs/promises';

/** An open file as this folder needs it; tests give ones that write short or fail. */
export interface OpenFile {
  write(data: Uint8Array, offset: number, length: number): Promise<{ bytesWritten: number }>;
  chmod(mode: number): Promise<void>;
  truncate(size: number): Promise<void>;
  stat(): Promise<{ size: number }>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What a path is. */
export interface PathFacts {
  readonly mode: number;
  isFile(): boolean;
  isSymbolicLink(): boolean;
}

/** The part of the file system that storage uses; every error is the system's own. */
export interface FileSystem {
  open(path: string, flags: string, mode?: number): Promise<OpenFile>;
  readFile(path: string): Promise<Uint8Array>;
  readdir(path: string): Promise<string[]>;
  /** Follows links. */
  stat(path: string): Promise<PathFacts>;
  /** Does not follow links. */
  lstat(path: string): Promise<PathFacts>;
  rename(from: string, to: string): Promise<void>;
  link(existing: string, added: string): Promise<void>;
  unlink(path: string): Promise<void>;
}

/** The real file system. */
export const nodeFileSystem: FileSystem = nodeFs;
