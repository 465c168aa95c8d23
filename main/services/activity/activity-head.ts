import { ActivityHead } from '@core/domain/activity';
import type { ActivityTail } from '@core/domain/activity-check';
import { AppError } from '@core/domain/app-error';
import type { Clock, Log, SecretStore } from '@main/ports';

/** The kept head, or why there is none to compare with. */
export type KeptHead =
  { readonly state: 'kept'; readonly head: ActivityHead } | Extract<ActivityTail, { state: 'unknown' }>;

/** What the keeper stands on. */
export interface HeadKeeperParts {
  readonly keychain: Pick<SecretStore, 'read' | 'write'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
  /** One per profile: the heads of two profiles in one keychain must not be taken for each other's. */
  readonly account: string;
  /** Compares what was kept with the log before it is replaced for the first time, and notes in the log what is gone. */
  readonly beforeFirst: (kept: KeptHead) => Promise<void>;
}

/** Many lines that are written together cost one call to the keychain. */
const PAUSE_MS = 2_000;

/** Keeps the head of the activity log in the keychain: the newest, at most one at a time, and never in anybody's way. */
export class HeadKeeper {
  private newest: ActivityHead | null = null;
  private writing: Promise<void> | null = null;
  private cancel: (() => void) | null = null;
  private compared = false;

  constructor(private readonly parts: HeadKeeperParts) {}

  /** Asks the keychain. */
  async read(): Promise<KeptHead> {
    const found = await this.parts.keychain.read(this.parts.account);
    if (found.state !== 'ok') return { state: 'unknown', why: found.state };
    const head = parsed(found.value);
    return head === null ? { state: 'unknown', why: 'damaged' } : { state: 'kept', head };
  }

  /** From now on the log ends here; the keychain learns of it a little later. */
  keep(head: ActivityHead): void {
    this.newest = head;
    this.cancel ??= this.parts.clock.after(PAUSE_MS, () => void this.write());
  }

  /** Resolves once the newest head is in the keychain, or could not be put there. */
  async finish(): Promise<void> {
    await this.write();
  }

  /** Never rejects; what could not be kept is kept with the next head. */
  private write(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    this.writing = (this.writing ?? Promise.resolve()).then(() => this.writeNewest());
    return this.writing;
  }

  private async writeNewest(): Promise<void> {
    if (this.newest === null) return;
    try {
      if (!(await this.mayReplace())) return;
      const head = this.newest;
      await this.parts.keychain.write(this.parts.account, JSON.stringify(head));
      if (this.newest === head) this.newest = null;
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'unexpected';
      this.parts.log.warn('activity.head-not-kept', { code });
    }
  }

  /** SECURITY: a head that nobody compared with the log must not be replaced: it is what tells that lines are gone. */
  private async mayReplace(): Promise<boolean> {
    if (this.compared) return true;
    const kept = await this.read();
    if (kept.state === 'unknown' && kept.why !== 'absent' && kept.why !== 'damaged') return false;
    await this.parts.beforeFirst(kept);
    this.compared = true;
    return true;
  }
}

function parsed(value: string): ActivityHead | null {
  try {
    return ActivityHead.parse(JSON.parse(value));
  } catch {
    return null;
  }
}
