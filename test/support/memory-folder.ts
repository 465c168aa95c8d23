import type { FileFolder } from '@main/ports';
import type { LastKnownService } from '@main/services/last-known/last-known-service';

/** A folder in memory. */
export class MemoryFolder implements FileFolder {
  readonly path = '/home/ada/.config/Keydesk/last-known';
  readonly files = new Map<string, Uint8Array>();

  async names(): Promise<readonly string[]> {
    return [...this.files.keys()];
  }

  async read(name: string): Promise<Uint8Array | null> {
    return this.files.get(name) ?? null;
  }

  async write(name: string, content: Uint8Array): Promise<void> {
    this.files.set(name, content);
  }

  async remove(name: string): Promise<void> {
    this.files.delete(name);
  }

  async setAside(name: string): Promise<void> {
    const content = this.files.get(name);
    if (content !== undefined) this.files.set(`${name}.damaged`, content);
    this.files.delete(name);
  }
}

type Kept = Pick<LastKnownService, 'environments' | 'keepEnvironments' | 'keepKeys' | 'forgetConsole'>;

/** Keeps nothing over a restart. */
export const nothingKept: Kept = {
  environments: async () => null,
  keepEnvironments: () => undefined,
  keepKeys: () => undefined,
  forgetConsole: async () => undefined,
};
