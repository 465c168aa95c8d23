import type { ActivityNote } from '@core/domain/activity';
import type { ApiKey } from '@core/domain/api-key';
import type { ReadOrder, ReadReport } from '@core/domain/inventory-reading';

/** The outside world as interfaces: `index.ts` builds the real ones, tests their own. */

/** Wall clock and monotonic clock in milliseconds, and timers that tests can drive. */
export interface Clock {
  now(): number;
  /** Never jumps; for delays and deadlines. */
  monotonic(): number;
  after(ms: number, run: () => void): () => void;
}

/** The system clipboard, text only, the CLIPBOARD selection only. */
export interface Clipboard {
  read(): Promise<string>;
  write(text: string): Promise<void>;
}

/** The files an operator may be asked to open. */
export type FileKind = 'certificate' | 'policy' | 'incident' | 'inventory';

/** Dialogs that main shows itself. */
export interface Dialogs {
  /** Where to save; null when the operator cancels. `exists` tells that overwriting was confirmed there. */
  saveFile(suggestedName: string): Promise<{ path: string; overwrite: boolean } | null>;
  openFile(kind: FileKind): Promise<string | null>;
  confirm(question: { title: string; message: string; detail: string; action: string }): Promise<boolean>;
}

/** Notifications of the system, where it has any. A click brings the window to the front. */
export interface Notifier {
  /** SECURITY: shown to whoever passes by; never a secret. */
  notify(texts: { readonly title: string; readonly body: string }): void;
}

/** Opens one of our fixed https addresses in the system's browser. */
export interface Opener {
  open(url: string): Promise<void>;
}

/** Reads files of others, each in a process of its own. */
export interface FileReader {
  /** Reports come one by one; the last is `done`, `mapping` or `failed`. Returns what ends it before, without a report. */
  read(order: ReadOrder, report: (report: ReadReport) => void): () => void;
}

/** The built-in practice console, in a process of its own. */
export interface PracticeHost {
  /** Starts it if needed; the origin and the credential are new at every start. */
  start(): Promise<PracticeAccess>;
  readonly folder: string;
}

/** How to reach the running practice console. */
export interface PracticeAccess {
  /** Tells one start from another. */
  readonly token: string;
  /** By vendor. */
  readonly consoles: Readonly<Record<string, PracticeConsoleAccess>>;
}

/** How to reach and sign in to one vendor's practice console. */
export interface PracticeConsoleAccess {
  readonly baseUrl: string;
  /** Further addresses by name, for a vendor that has several. */
  readonly origins: Readonly<Record<string, string>>;
  /** Where keys are used, by environment id, for a vendor whose console does not say. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly own: { readonly method: string; readonly fields: Readonly<Record<string, string>> };
}

/** A small validated document on disk with queued, crash-safe writes. */
export interface DocumentStore<T> {
  read(): Promise<T>;
  /** Applies `change` to the current value and resolves once the result is on disk. */
  update(change: (current: T) => T): Promise<T>;
}

/** Append-only records; `append` resolves once the record survives a power cut. */
export interface AppendLog<T> {
  read(): Promise<{ readonly entries: readonly T[] }>;
  append(entry: T): Promise<void>;
  /** Rewrites the log with the entries that are to be kept. */
  compact(keep: (entry: T) => boolean): Promise<void>;
}

/** An append-only log whose lines depend on each other, so that each counts. */
export interface ChainedLog<T> extends Pick<AppendLog<T>, 'append'> {
  /** Every complete line as it stands in the file, oldest first; null for one that is no entry. */
  lines(): Promise<readonly (T | null)[]>;
  /** The newest line that is an entry, without reading the others; null where there is none. */
  last(): Promise<T | null>;
}

/** What was done here, for the activity log. */
export interface Activity {
  /** Returns at once and never fails: nothing waits for the log, and no operation ends because of it. */
  record(note: ActivityNote): void;
}

/** Random and hashing, so that services stay testable. */
export interface Crypto {
  /** UUID version 4. */
  uuid(): string;
  /** 128 random bits, hex. */
  token(): string;
  /** 256 random bits as 43 letters, digits, `-` and `_`: a key nobody can guess. */
  secret(): string;
  /** Hex. */
  sha256(text: string): string;
  /** Hex. */
  hmacSha256(keyHex: string, text: string): string;
}

/** Signatures by Ed25519 (RFC 8032). Keys and signatures are in base64. */
export interface Signing {
  newKeyPair(): { readonly privateKey: string; readonly publicKey: string };
  /** The public half; null where the text is no private key. */
  publicKeyOf(privateKey: string): string | null;
  sign(privateKey: string, text: string): string;
  /** Never throws. */
  verify(publicKey: string, text: string | Uint8Array, signature: string): boolean;
  /** The hex SHA-256 of a public key's bytes. */
  fingerprint(publicKey: string): string;
}

/** Encryption by AES-256-GCM (NIST SP 800-38D), each time under a nonce of its own. Keys are 64 hex digits. */
export interface Sealing {
  /** @param bound what it belongs to: it opens with the very same only */
  seal(key: string, text: string, bound: string): Uint8Array;
  /** Null where the key, what it belongs to or any bit is another. Never throws. */
  open(key: string, sealed: Uint8Array, bound: string): string | null;
}

/** A folder of files that only Keydesk writes, by their names in it. Errors are `storage`. */
export interface FileFolder {
  readonly path: string;
  /** None where there is no such folder yet. */
  names(): Promise<readonly string[]>;
  /** Null where there is no such file. */
  read(name: string): Promise<Uint8Array | null>;
  /** Afterwards it holds all of `content`, or what it held before. */
  write(name: string, content: Uint8Array): Promise<void>;
  /** Also where there is none. */
  remove(name: string): Promise<void>;
  /** Puts a file that cannot be used out of the way, under its name with `.damaged` after it. */
  setAside(name: string): Promise<void>;
}

/** A key that was made elsewhere and recorded by hand; never its secret. */
export type RecordedKey = Omit<ApiKey, 'consoleId' | 'environmentId'>;

/** The keys recorded for one console; secrets in the keychain, where the operator wanted that. */
export interface RecordBook {
  list(): Promise<readonly RecordedKey[]>;
  /** Adds a key or replaces the one with its id. */
  put(key: RecordedKey): Promise<void>;
  remove(keyId: string): Promise<void>;
  /** Null where it is not kept. Errors of the keychain as they are. */
  readSecret(keyId: string): Promise<string | null>;
  keepSecret(keyId: string, secret: string): Promise<void>;
}

/** How the OS keychain answers. */
export type KeychainState = 'ok' | 'locked' | 'unavailable' | 'unresponsive';

/** What reading one item gave; `absent` only when the keychain is known to be readable. */
export type SecretRead =
  { state: 'ok'; value: string } | { state: 'absent' } | { state: 'locked' | 'unavailable' | 'unresponsive' };

/** Makes pages of paper. */
export interface PdfPrinter {
  /** A PDF of a page that needs nothing beside itself. Nothing in it runs or is fetched. Errors: `timeout`. */
  print(html: string): Promise<Uint8Array>;
}

/** The system's keychain, which a person may have to unlock. */
export interface Keychain extends SecretStore {
  /** Looks again, with time for a person to answer the system's question. */
  unlock(): Promise<KeychainState>;
}

/** Secrets by account name. Errors: keychain-locked, keychain-missing, keychain-unresponsive, invalid-input. */
export interface SecretStore {
  probe(): Promise<KeychainState>;
  read(account: string): Promise<SecretRead>;
  /** At most 2,000 bytes of UTF-8: the smallest keychain takes no more. */
  write(account: string, value: string): Promise<void>;
  remove(account: string): Promise<void>;
}

/** What a log line may carry: an event's name and small safe facts. Every line is redacted on top. */
export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
  /** From now on this text never appears in a line, in plain, base64 or URL form. May be passed on by itself. */
  readonly redact: (secret: string) => void;
}

/** Safe facts of a log line. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Files that hold a secret: readable by their owner only, complete or not there at all. */
export interface SecretFiles {
  /** `storage` when it cannot be written whole; an existing file is replaced only with `overwrite`. */
  save(path: string, content: string | Uint8Array, overwrite: boolean): Promise<void>;
}
