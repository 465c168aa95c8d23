import type { ActivityEntry, ActivityHead, ActivityNote } from '@core/domain/activity';
import {
  findFaults,
  FAULTS_LISTED,
  tailAgainst,
  type ActivityCheck,
  type ActivityLines,
} from '@core/domain/activity-check';
import type { ActivityListing } from '@core/contract/activity';
import { toInstant } from '@core/domain/instant';
import { formatCount, plural } from '@core/text/format';
import type {
  Activity,
  ChainedLog,
  Clock,
  Crypto,
  Dialogs,
  Log,
  SecretFiles,
  SecretStore,
} from '@main/ports';
import { activityCsv, activityJson } from '@main/services/activity/activity-file';
import { HeadKeeper, type KeptHead } from '@main/services/activity/activity-head';
import { ActivityPages } from '@main/services/activity/activity-pages';
import { paced } from '@main/services/activity/pace';
import { ActivityWriter, type NamedNote } from '@main/services/activity/activity-writer';

/** What the service stands on. */
export interface ActivityServiceParts {
  readonly entries: ChainedLog<ActivityEntry>;
  readonly keychain: Pick<SecretStore, 'read' | 'write'>;
  readonly clock: Clock;
  readonly crypto: Pick<Crypto, 'sha256' | 'uuid'>;
  readonly log: Log;
  readonly dialogs: Pick<Dialogs, 'saveFile'>;
  readonly files: SecretFiles;
  /** The name of the system's user. */
  readonly person: string;
  /** The profile folder; names the head in the keychain. */
  readonly folder: string;
  /** Adds the names of what a note is about. Never rejects. */
  readonly named: (note: ActivityNote) => Promise<NamedNote>;
}

/** The append-only log of everything done here: writes it, and tells whether it is still what was written. */
export class ActivityService implements Activity {
  private readonly writer: ActivityWriter;
  private readonly head: HeadKeeper;
  private readonly pages: ActivityPages;

  constructor(private readonly parts: ActivityServiceParts) {
    const { keychain, clock, log, crypto, folder } = parts;
    this.head = new HeadKeeper({
      keychain,
      clock,
      log,
      account: `activity-head/${crypto.sha256(folder).slice(0, 32)}`,
      beforeFirst: (kept) => this.noteLoss(kept),
    });
    this.pages = new ActivityPages(crypto);
    this.writer = new ActivityWriter({ ...parts, grown: (head) => this.head.keep(head) });
  }

  record(note: ActivityNote): void {
    this.writer.add(note);
  }

  /** Resolves once everything is in the log and its end in the keychain, or could not be. */
  async finish(): Promise<void> {
    await this.writer.settle();
    await this.head.finish();
    // The comparison with the kept head may have had something to say.
    await this.writer.finish();
    await this.head.finish();
  }

  /** Reads the log, with everything noted so far; its lines are given by `page`. */
  async load(): Promise<ActivityListing> {
    await this.writer.settle();
    const lines = await this.parts.entries.lines();
    const entries = lines.filter((entry) => entry !== null);
    return {
      ...this.pages.keep(entries),
      asOf: this.now(),
      unreadable: lines.length - entries.length,
      behind: this.writer.behind,
    };
  }

  /** See `ActivityPages.page`. */
  page(listing: string, page: number): string {
    return this.pages.page(listing, page);
  }

  /** Saves lines where the operator chooses, by their numbers or all; null when they cancel. */
  async export(
    format: 'csv' | 'json',
    lines: readonly number[] | null,
  ): Promise<{ path: string; lines: number } | null> {
    await this.writer.settle();
    const { dialogs, files, entries: log } = this.parts;
    const choice = await dialogs.saveFile(`keydesk-activity-${this.now().slice(0, 10)}.${format}`);
    if (choice === null) return null;
    const wanted = lines === null ? null : new Set(lines);
    const all = (await log.lines()).filter((entry) => entry !== null);
    const entries = wanted === null ? all : all.filter(({ seq }) => wanted.has(seq));
    const text = await paced(format === 'csv' ? activityCsv(entries) : activityJson(entries, this.now()));
    await files.save(choice.path, text, choice.overwrite);
    return { path: choice.path, lines: entries.length };
  }

  /** Checks every line against the one before, and the end against the kept head. */
  async verify(): Promise<ActivityCheck> {
    await this.writer.settle();
    const [lines, kept] = await Promise.all([this.parts.entries.lines(), this.head.read()]);
    const faults = await paced(findFaults(lines, (text) => this.parts.crypto.sha256(text)));
    return {
      at: this.now(),
      lines: lines.length,
      faults: faults.slice(0, FAULTS_LISTED),
      faultsInAll: faults.length,
      tail: kept.state === 'kept' ? tailAgainst(lines, kept.head) : kept,
      losses: lossesIn(lines),
    };
  }

  /** Before a kept head is replaced: what it shows to be gone is said in the log itself, for good. */
  private async noteLoss(kept: KeptHead): Promise<void> {
    if (kept.state !== 'kept') return;
    const { beginning } = this.writer;
    if (beginning?.count === kept.head.count && beginning.hash === kept.head.hash) return;
    const tail = tailAgainst(await this.parts.entries.lines(), kept.head);
    if (tail.state === 'kept') return;
    this.record({ action: 'log-broken', result: 'failed', detail: lossText(kept.head, beginning) });
  }

  private now(): string {
    return toInstant(this.parts.clock.now());
  }
}

function lossText({ count }: ActivityHead, beginning: ActivityHead | null): string {
  const known = `The keychain knew of ${plural(count, 'line')}`;
  if (beginning === null) return `${known}, and the log was empty when Keydesk started.`;
  if (beginning.count < count)
    return `${known}, and the log ended with line ${formatCount(beginning.count)} when Keydesk started.`;
  return `${known}, and line ${formatCount(count)} of the log was another one when Keydesk started.`;
}

function lossesIn(lines: ActivityLines): ActivityCheck['losses'] {
  const losses = lines.flatMap((entry, index) =>
    entry?.action === 'log-broken' || entry?.action === 'log-gap'
      ? [{ line: index + 1, text: entry.detail ?? '' }]
      : [],
  );
  return losses.slice(-FAULTS_LISTED);
}
