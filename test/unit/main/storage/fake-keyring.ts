import type { KeychainCall, KeychainReply } from '@main/storage/keychain-messages';
import { troubleOf } from '@main/storage/keychain-trouble';
import type { HostedProcess, ProcessHost } from '@main/storage/process-host';

/** What the keyring does with a call; `silent` never answers. */
export type KeyringMood = 'open' | 'locked' | 'missing' | 'denied' | 'silent' | 'crashing' | 'forgetful';

const WORDS: Partial<Record<KeyringMood, string>> = {
  missing: 'Cannot autolaunch D-Bus without X11 $DISPLAY',
  denied: 'GDBus.Error:org.freedesktop.DBus.Error.AccessDenied: An AppArmor policy prevents this sender',
};

/** A keyring behind the keychain process, answering as gnome-keyring and keytar were seen to. */
export class FakeKeyring implements ProcessHost {
  readonly items = new Map<string, string>();
  readonly calls: string[] = [];
  mood: KeyringMood = 'open';
  forks = 0;
  running = 0;
  /** How often it was started: a process talks only to the keyring it met first. */
  starts = 1;

  fork(): HostedProcess {
    this.forks += 1;
    this.running += 1;
    const met = this.starts;
    let alive = true;
    let onMessage: (message: unknown) => void = () => undefined;
    let onExit: () => void = () => undefined;
    const end = (): void => {
      if (!alive) return;
      alive = false;
      this.running -= 1;
      queueMicrotask(() => onExit());
    };
    return {
      post: (message) => {
        const call = message as KeychainCall;
        this.calls.push(`${call.op} ${call.account}`);
        if (this.mood === 'crashing') end();
        else if (this.mood !== 'silent') queueMicrotask(() => alive && onMessage(this.answer(call, met)));
      },
      onMessage: (listen) => void (onMessage = listen),
      onExit: (listen) => void (onExit = listen),
      kill: end,
    };
  }

  /** The calls since the last look. */
  takeCalls(): string[] {
    return this.calls.splice(0);
  }

  private answer(call: KeychainCall, met: number): KeychainReply {
    const words = met === this.starts ? WORDS[this.mood] : 'The name :1.2 is not provided';
    if (words !== undefined) return { id: call.id, ok: false, trouble: troubleOf(words) };
    if (this.mood !== 'locked') return { id: call.id, ok: true, value: this.perform(call) };
    if (call.op !== 'set') return { id: call.id, ok: true, value: null };
    return { id: call.id, ok: false, trouble: troubleOf('Cannot create an item in a locked collection') };
  }

  private perform(call: KeychainCall): string | null {
    const name = `${call.service}/${call.account}`;
    if (call.op === 'get') return this.items.get(name) ?? null;
    if (call.op === 'remove') return this.items.delete(name) ? 'removed' : null;
    if (call.op === 'set' && this.mood !== 'forgetful') this.items.set(name, call.value);
    return null;
  }
}
