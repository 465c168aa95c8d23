import * as z from 'zod';
import { keyText, type KeyRef } from '@core/domain/api-key';
import type { EnvironmentRef } from '@core/domain/environment';
import { DAY_MS, Instant } from '@core/domain/instant';
import type { Settings } from '@core/domain/settings';
import { formatDate, plural } from '@core/text/format';
import type { Clock, DocumentStore, Log, Notifier } from '@main/ports';
import type { ListedKey } from '@main/services/listing-service';

/** The keys whose end was told, by `keyText`, with that end: moved, it is told again. */
export const ToldFile = z.record(z.string().max(1_000), Instant);
export type ToldFile = z.infer<typeof ToldFile>;

/** A key that was listed, and where. */
export interface ListedAt {
  readonly ref: EnvironmentRef;
  readonly id: string;
  readonly key: ListedKey;
}

/** What the reminder stands on. */
export interface ExpiryReminderParts {
  readonly clock: Clock;
  /** Everything that was listed and is still known. */
  readonly listed: () => Iterable<ListedAt>;
  readonly settings: Pick<DocumentStore<Settings>, 'read'>;
  readonly told: DocumentStore<ToldFile>;
  readonly notifier: Notifier;
  /** What an environment is called, as far as that is known. */
  readonly placeName: (ref: EnvironmentRef) => string | null;
  readonly log: Pick<Log, 'warn'>;
}

/** Listings come in swarms; they are looked at together. */
const SWARM_MS = 10_000;
/** How many keys a notification names. */
const NAMED = 3;

interface Due {
  readonly ref: KeyRef;
  readonly name: string;
  readonly expiresAt: string;
}

/** Tells the operator of keys that expire soon: each once, several in one notification, and nothing when none does. */
export class ExpiryReminder {
  private stopTimer: (() => void) | null = null;
  private timerAt = Infinity;

  constructor(private readonly parts: ExpiryReminderParts) {}

  /** Keys were listed. From now on it also looks once a day. */
  listedAnew(): void {
    this.lookIn(SWARM_MS);
  }

  private lookIn(ms: number): void {
    const { clock } = this.parts;
    const at = clock.monotonic() + ms;
    if (at >= this.timerAt) return;
    this.stopTimer?.();
    this.timerAt = at;
    this.stopTimer = clock.after(ms, () => {
      this.timerAt = Infinity;
      this.lookIn(DAY_MS);
      void this.look().catch(() => this.parts.log.warn('expiry.not-told'));
    });
  }

  /** What is kept comes first: told twice is worse than told late. */
  private async look(): Promise<void> {
    const { settings, told, notifier } = this.parts;
    const { expiryLeadDays: lead } = await settings.read();
    if (lead === 0) return;
    const known = await told.read();
    const due = this.due(lead).filter(({ ref, expiresAt }) => known[keyText(ref)] !== expiresAt);
    if (due.length === 0) return;
    await told.update((before) => this.withTold(before, due));
    const title = `${plural(due.length, 'key expires', 'keys expire')} within ${plural(lead, 'day')}`;
    notifier.notify({ title, body: this.body(due) });
  }

  /** Those that still work and end within so many days, the earliest first. */
  private due(lead: number): Due[] {
    const now = this.parts.clock.now();
    const due: Due[] = [];
    for (const { ref, id, key } of this.parts.listed()) {
      const { expiresAt = '', revokedAt, active, name } = key;
      const left = Date.parse(expiresAt) - now;
      if (revokedAt !== undefined || active === false || !(left > 0 && left <= lead * DAY_MS)) continue;
      due.push({ ref: { ...ref, keyId: id }, name, expiresAt });
    }
    return due.sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1));
  }

  /** What has ended is forgotten, so that the file stays small. */
  private withTold(before: ToldFile, due: readonly Due[]): ToldFile {
    const now = this.parts.clock.now();
    const ahead = Object.entries(before).filter(([, expiresAt]) => Date.parse(expiresAt) > now);
    const added = due.map(({ ref, expiresAt }): [string, string] => [keyText(ref), expiresAt]);
    return Object.fromEntries([...ahead, ...added]);
  }

  private body(due: readonly Due[]): string {
    const named = due.slice(0, NAMED).map(({ ref, name, expiresAt }) => {
      const place = this.parts.placeName(ref);
      return `${name.slice(0, 80)}${place === null ? '' : ` (${place.slice(0, 60)})`}: ${formatDate(expiresAt)}`;
    });
    const more = due.length - named.length;
    return [...named, ...(more > 0 ? [`and ${plural(more, 'more', 'more')}`] : [])].join('\n');
  }
}
