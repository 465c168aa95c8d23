import * as z from 'zod';
import type { Clipboard, Clock, Crypto, DocumentStore } from '@main/ports';

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

  constructor(
    private readonly clipboard: Clipboard,
    private readonly store: DocumentStore<ClipboardMark>,
    private readonly clock: Clock,
    private readonly crypto: Crypto,
  ) {}

  /** Copies a text that is no secret. */
  async copyText(text: string): Promise<CopyReport> {
    return { clearsAfterSeconds: null, verified: await this.put(text) };
  }

  /** Copies a secret for `seconds`. */
  async copySecret(secret: string, seconds: number): Promise<CopyReport> {
    const salt = this.crypto.token();
    await this.setMark({ salt, hash: this.hash(salt, secret) });
    const verified = await this.put(secret);
    this.cancelTimer?.();
    this.cancelTimer = this.clock.after(seconds * 1_000, () => void this.clear());
    return { clearsAfterSeconds: seconds, verified };
  }

  /** Takes our secret off the clipboard if it is still there: on the timer, on lock, on quit, on suspend. */
  async clear(): Promise<void> {
    this.cancelTimer?.();
    this.cancelTimer = null;
    const { mark } = this;
    if (mark === null) return;
    if (this.hash(mark.salt, await this.clipboard.read()) === mark.hash) await this.clipboard.write('');
    await this.setMark(null);
  }

  /** Clears what an earlier run left behind when it ended without doing so. */
  async clearLeftover(): Promise<void> {
    this.mark = await this.store.read();
    await this.clear();
  }

  private async put(text: string): Promise<boolean> {
    await this.clipboard.write(text);
    return (await this.clipboard.read()) === text;
  }

  private async setMark(mark: ClipboardMark): Promise<void> {
    this.mark = mark;
    await this.store.update(() => mark);
  }

  private hash(salt: string, text: string): string {
    return this.crypto.hmacSha256(salt, text);
  }
}
