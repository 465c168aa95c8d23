import type { Crypto, FileFolder, Log, Sealing } from '@main/ports';
import type { LastKnownKey, LastKnownKeys } from './last-known-key';
import { openParts, sealParts, type Belongs, type OpenedParts } from './sealed-parts';

/** What the files stand on. */
export interface LastKnownFilesParts {
  readonly folder: FileFolder;
  readonly key: LastKnownKey;
  readonly sealing: Sealing;
  readonly crypto: Pick<Crypto, 'token' | 'sha256' | 'hmacSha256'>;
  readonly log: Log;
}

const ENDING = '.sealed';
const NAME_LENGTH = 32;

/** One encrypted file for each thing that is kept. Their names say which belong together, and nothing else. */
export class LastKnownFiles {
  constructor(private readonly parts: LastKnownFilesParts) {}

  /** Null where nothing is kept of it, or it cannot be opened; a file that should open and does not is set aside. */
  async read(about: Belongs): Promise<OpenedParts | null> {
    const keys = await this.parts.key.open();
    if (keys === null || keys === 'absent') return null;
    const file = await this.parts.folder.read(this.nameOf(keys, about));
    if (file === null) return null;
    const opened = openParts(keys.seal, about, file, this.parts.sealing);
    if (opened === null) await this.setAside(about, 'does-not-open');
    return opened;
  }

  /** Keeps it; false where there is no keychain that could hold the key. */
  async write(about: Belongs, content: { head: object; parts: readonly string[] }): Promise<boolean> {
    const keys = await this.keysToWrite();
    if (keys === null) return false;
    const file = await sealParts(keys.seal, about, content, this.parts);
    await this.parts.folder.write(this.nameOf(keys, about), file);
    return true;
  }

  /** Puts what cannot be used out of the way. */
  async setAside(about: Belongs, reason: string): Promise<void> {
    const keys = await this.parts.key.open();
    if (keys === null || keys === 'absent') return;
    this.parts.log.warn('last-known.set-aside', { kind: about.kind, consoleId: about.consoleId, reason });
    await this.parts.folder.setAside(this.nameOf(keys, about));
  }

  /** Removes everything of a console but these; needs no keychain for all of it. */
  async removeOf(consoleId: string, except: readonly Belongs[] = []): Promise<void> {
    const keys = except.length === 0 ? null : await this.parts.key.open();
    const kept = keys === null || keys === 'absent' ? [] : except.map((about) => this.nameOf(keys, about));
    const mark = this.markOf(consoleId);
    await this.remove((name) => name.startsWith(mark) && !kept.some((each) => name.startsWith(each)));
  }

  /** Removes what consoles left behind that are not known any more. */
  async removeOthers(consoleIds: readonly string[]): Promise<void> {
    const marks = consoleIds.map((consoleId) => this.markOf(consoleId));
    await this.remove((name) => !marks.some((mark) => name.startsWith(mark)));
  }

  /** Removes everything. */
  removeAll(): Promise<void> {
    return this.remove(() => true);
  }

  /** The names of all that could be opened. */
  async names(): Promise<readonly string[]> {
    return (await this.parts.folder.names()).filter((name) => name.endsWith(ENDING));
  }

  private async keysToWrite(): Promise<LastKnownKeys | null> {
    const keys = await this.parts.key.open();
    if (keys !== 'absent') return keys;
    // Nothing opens what was sealed with a key that is gone.
    await this.removeAll();
    return this.parts.key.make();
  }

  private async remove(which: (name: string) => boolean): Promise<void> {
    const { folder } = this.parts;
    for (const name of await folder.names()) if (which(name)) await folder.remove(name);
  }

  /** SECURITY: names of environments can be guessed, so that a plain hash of one would give it away. */
  private nameOf(keys: LastKnownKeys, { kind, consoleId, environmentId = '' }: Belongs): string {
    const own = this.parts.crypto.hmacSha256(keys.names, JSON.stringify([kind, consoleId, environmentId]));
    return `${this.markOf(consoleId)}-${kind}-${own.slice(0, NAME_LENGTH)}${ENDING}`;
  }

  /** Without a key, so that a console can be forgotten while the keychain is locked; its id is random. */
  private markOf(consoleId: string): string {
    return this.parts.crypto.sha256(consoleId).slice(0, NAME_LENGTH);
  }
}
