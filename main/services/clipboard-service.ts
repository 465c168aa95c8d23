import * as z from 'zod';
import type { Clipboard, Clock, Crypto, DocumentStore } from '@main/ports';
import { Lanes } from '@main/services/lanes';

/** What a copy achieved. */
export interface CopyReport {
  /** Null for a text that is no secret and stays. */
  readonly clearsAfterSeconds: number | null;
  /** Whether reading the clipboard back gave what was written. */
  readonly verified: boolean;
}

/** What survives a crash: a salted hash of the secret that is still on the clipboard. */
export const ClipboardMark = z.object({ salt: z.string(), hash: z.string() }).nullable();
export type ClipboardMark = z.infer<typeof ClipboardMark>;

/** Copies text; takes a secret off again after a while, but only while it is still the clipboard's content. */
export class ClipboardService {
  private cancelTimer: (() => void) | null = null;
  private mark: ClipboardMark = null;
  /** One after the other: a clearing in the middle of a copy would lose sight of the new secret. */
  private readonly turns = new Lanes(1);

  constructor(
    private readonly clipboard: Clipboard,
    private readonly store: DocumentStore<ClipboardMark>,
    private readonly clock: Clock,
    private readonly crypto: Crypto,
  ) {}

  /** Copies a text that is no secret. */
  copyText(text: string): Promise<CopyReport> {
    return this.inTurn(async () => {
      await this.clipboard.write(text);
      return { clearsAfterSeconds: null, verified: await this.holds(text) };
    });
  }

  /** Copies a secret for `seconds`. */
  copySecret(secret: string, seconds: number): Promise<CopyReport> {
    return this.inTurn(async () => {
      await this.writeSecret(secret);
      this.cancelTimer?.();
      // What fails now is tried again on lock and on quit.
      this.cancelTimer = this.clock.after(seconds * 1_000, () => void this.clear().catch(() => undefined));
      return { clearsAfterSeconds: seconds, verified: await this.holds(secret) };
    });
  }

  /** Takes our secret off the clipboard if it is still there: on the timer, on lock, on quit, on suspend. */
  clear(): Promise<void> {
    return this.inTurn(async () => {
      this.cancelTimer?.();
      this.cancelTimer = null;
      const { mark } = this;
      if (mark === null) return;
      if (this.hash(mark.salt, await this.clipboard.read()) === mark.hash) await this.clipboard.write('');
      await this.setMark(null);
    });
  }

  /** Clears what an earlier run left behind when it ended without doing so; what cannot be cleared now stays marked. */
  async clearLeftover(): Promise<void> {
    await this.inTurn(async () => {
      this.mark ??= await this.store.read().catch(() => null);
    });
    await this.clear().catch(() => undefined);
  }

  private async writeSecret(secret: string): Promise<void> {
    const before = this.mark;
    const salt = this.crypto.token();
    await this.setMark({ salt, hash: this.hash(salt, secret) });
    try {
      await this.clipboard.write(secret);
    } catch (error) {
      // An earlier secret is still there and still has to go.
      await this.setMark(before);
      throw error;
    }
  }

  private async holds(text: string): Promise<boolean> {
    try {
      return (await this.clipboard.read()) === text;
    } catch {
      return false;
    }
  }

  private async setMark(mark: ClipboardMark): Promise<void> {
    this.mark = mark;
    // The file helps after a crash only; a full disk is no reason not to copy or not to clear.
    await this.store.update(() => mark).catch(() => undefined);
  }

  private inTurn<T>(job: () => Promise<T>): Promise<T> {
    return this.turns.run('clipboard', job);
  }

  private hash(salt: string, text: string): string {
    return this.crypto.hmacSha256(salt, text);
  }
}
