import type { Clock } from '@main/ports';
import { KeychainReply, type KeychainRequest } from './keychain-messages';
import { troubleError } from './keychain-trouble';
import type { HostedProcess, ProcessHost } from './process-host';

/** A process that is not needed for this long is ended. */
export const IDLE_MS = 30_000;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

/** How long a call, of one request or several, may take: moments of the monotonic clock. */
export interface Effort {
  readonly until: number;
  /** When a person asked for it, else null: tried although the keychain was unresponsive before that moment. */
  readonly insistedAt: number | null;
}

/** What the line needs from outside. */
export interface LineParts {
  readonly host: ProcessHost;
  readonly clock: Clock;
  readonly service: string;
}

/**
 * The line to the keychain process, one request at a time: starts it on demand, ends it when idle, and kills it when it
 * does not answer. After that it pauses, longer each time, so that a broken keychain is never hammered.
 */
export class KeychainLine {
  private process: HostedProcess | null = null;
  /** Whether the running process has reached the keychain before. */
  private proven = false;
  private settle: ((reply: KeychainReply | null) => void) | null = null;
  private stopIdle: () => void = () => undefined;
  private lastId = 0;
  private pauseMs = 0;
  private gaveUpAt = -Infinity;
  private closed = false;

  constructor(private readonly parts: LineParts) {}

  /** What `get` found; 'removed' when `remove` removed something; null otherwise. Fails with a `keychain-…` code. */
  async ask(request: KeychainRequest, effort: Effort): Promise<string | null> {
    let reply = await this.exchange(request, effort);
    if (this.proven && reply?.ok === false && reply.trouble === 'unavailable') {
      // A keyring that was started again knows nothing of the session that the running process has with it.
      this.end();
      reply = await this.exchange(request, effort);
    }
    if (this.process) this.stopIdle = this.parts.clock.after(IDLE_MS, () => this.end());
    if (!reply?.ok) throw troubleError(reply?.trouble ?? 'unresponsive');
    return reply.value;
  }

  /** Ends the process at once; a request under way fails as unresponsive. */
  end(): void {
    this.stopIdle();
    this.process?.kill();
    this.process = null;
    this.proven = false;
    this.settle?.(null);
  }

  /** Ends the process and starts no other. */
  close(): void {
    this.closed = true;
    this.end();
  }

  /** The reply, or null when there will be none. */
  private async exchange(request: KeychainRequest, effort: Effort): Promise<KeychainReply | null> {
    this.stopIdle();
    if (this.closed || this.isPausing(effort)) return null;
    this.lastId += 1;
    const call = { ...request, id: this.lastId, service: this.parts.service };
    const deadlineMs = Math.max(1, effort.until - this.parts.clock.monotonic());
    return new Promise((resolve) => {
      const stopDeadline = this.parts.clock.after(deadlineMs, () => this.giveUp());
      this.settle = (reply) => {
        stopDeadline();
        this.settle = null;
        resolve(reply);
      };
      this.process ??= this.start();
      this.process.post(call);
    });
  }

  private isPausing({ insistedAt }: Effort): boolean {
    const insisted = insistedAt !== null && insistedAt > this.gaveUpAt;
    return !insisted && this.parts.clock.monotonic() < this.gaveUpAt + this.pauseMs;
  }

  private start(): HostedProcess {
    const started = this.parts.host.fork('keychain');
    started.onMessage((message) => {
      if (this.process === started) this.receive(message);
    });
    started.onExit(() => {
      if (this.process === started) this.giveUp();
    });
    return started;
  }

  private receive(message: unknown): void {
    const reply = KeychainReply.safeParse(message);
    if (!reply.success || reply.data.id !== this.lastId) return;
    this.pauseMs = 0;
    this.proven ||= reply.data.ok;
    this.settle?.(reply.data);
  }

  private giveUp(): void {
    this.pauseMs = Math.min(Math.max(FIRST_PAUSE_MS, this.pauseMs * 2), LONGEST_PAUSE_MS);
    this.gaveUpAt = this.parts.clock.monotonic();
    this.end();
  }
}
