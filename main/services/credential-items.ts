import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '@core/domain/app-error';
import type { SecretRead, SecretStore } from '@main/ports';

/** The longest text of one item, in bytes of UTF-8; a little below what every keychain takes. */
const ITEM_BYTES = 1_900;
const MOST_PARTS = 16;

/** What stands in the item of a text that is too long for it: where its parts are, and how to tell that all are there. */
const Head = z.strictObject({
  version: z.literal(2),
  slot: z.enum(['a', 'b']),
  parts: z.int().min(1).max(MOST_PARTS),
  sha256: z.string(),
});
type Head = z.infer<typeof Head>;
type Slot = Head['slot'];

const SLOTS: readonly Slot[] = ['a', 'b'];

/**
 * Texts in the keychain that may be longer than one item. A long one is written into the slot that is not in use, and
 * counts only once its head names that: a crash leaves the former text whole. Errors are the keychain's own.
 */
export class CredentialItems {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly keychain: SecretStore) {}

  /** The text; of one whose parts are not all there, only the head, which is no text of anybody's. */
  async read(account: string): Promise<SecretRead> {
    const item = await this.keychain.read(account);
    // One item is whole by itself: a keychain that is slow about one console must not hold up the others.
    return headOf(item) === null ? item : this.inTurn(() => this.readWhole(account));
  }

  /** Throws `invalid-input` for a text that is too long for 16 items too. */
  write(account: string, text: string): Promise<void> {
    return this.inTurn(() => this.replace(account, text));
  }

  /** Removes a text and every part of it, the ones a crash left over too; the head, which names them, last. */
  remove(account: string): Promise<void> {
    return this.inTurn(async () => {
      const head = headOf(await this.keychain.read(account));
      for (const slot of SLOTS) await this.clear(account, slot, head);
      await this.keychain.remove(account);
    });
  }

  /** One after the other: parts that come and go under a reader's hands would look damaged. */
  private inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.last.then(job);
    this.last = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  private async readWhole(account: string): Promise<SecretRead> {
    const item = await this.keychain.read(account);
    const head = headOf(item);
    if (head === null) return item;
    let text = '';
    for (let part = 1; part <= head.parts; part += 1) {
      const found = await this.keychain.read(partOf(account, head.slot, part));
      if (found.state === 'absent') return item;
      if (found.state !== 'ok') return found;
      text += found.value;
    }
    return digestOf(text) === head.sha256 ? { state: 'ok', value: text } : item;
  }

  private async replace(account: string, text: string): Promise<void> {
    const before = await this.keychain.read(account);
    const head = headOf(before);
    if (Buffer.byteLength(text) <= ITEM_BYTES) await this.keychain.write(account, text);
    // Without knowing which slot is in use, the parts of what is kept could be overwritten.
    else if (before.state !== 'ok' && before.state !== 'absent') throw keychainTrouble(before.state);
    else await this.writeParts(account, text, head?.slot === 'a' ? 'b' : 'a');
    // It is safe already: what cannot be cleared away now goes with the next change.
    if (head !== null) await this.clear(account, head.slot, head).catch(() => undefined);
  }

  private async writeParts(account: string, text: string, slot: Slot): Promise<void> {
    const parts = partsOf(text);
    if (parts.length > MOST_PARTS)
      throw new AppError('invalid-input', 'These credentials are too long for the keychain.', {
        field: 'secret',
      });
    for (const [at, part] of parts.entries()) await this.keychain.write(partOf(account, slot, at + 1), part);
    const head: Head = { version: 2, slot, parts: parts.length, sha256: digestOf(text) };
    await this.keychain.write(account, JSON.stringify(head));
  }

  /** Parts are written from the first and removed from the last, so that what a crash leaves has no gap. */
  private async clear(account: string, slot: Slot, head: Head | null): Promise<void> {
    let parts = head?.slot === slot ? head.parts : 0;
    while (parts < MOST_PARTS) {
      const { state } = await this.keychain.read(partOf(account, slot, parts + 1));
      if (state === 'absent') break;
      if (state !== 'ok') throw keychainTrouble(state);
      parts += 1;
    }
    for (let part = parts; part > 0; part -= 1) await this.keychain.remove(partOf(account, slot, part));
  }
}

/** Why a keychain that is there or not cannot be used now. */
export function keychainTrouble(state: 'locked' | 'unavailable' | 'unresponsive'): AppError {
  switch (state) {
    case 'locked':
      return new AppError('keychain-locked', 'The keychain is locked, so Keydesk cannot sign in.');
    case 'unavailable':
      return new AppError('keychain-missing', 'There is no keychain here, so Keydesk cannot sign in.');
    case 'unresponsive':
      return new AppError(
        'keychain-unresponsive',
        'The keychain does not answer, so Keydesk cannot sign in.',
      );
  }
}

const partOf = (account: string, slot: Slot, part: number): string => `${account}/${slot}${part}`;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function headOf(item: SecretRead): Head | null {
  if (item.state !== 'ok') return null;
  try {
    return Head.safeParse(JSON.parse(item.value)).data ?? null;
  } catch {
    return null;
  }
}

/** Cut between characters, so that every part is a text of its own. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (bytes + size > ITEM_BYTES) {
      parts.push(part);
      part = '';
      bytes = 0;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part];
}
