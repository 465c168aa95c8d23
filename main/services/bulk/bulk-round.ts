import { AppError } from '@core/domain/app-error';
import type { BulkAct } from '@core/domain/bulk';
import { environmentKey } from '@core/domain/environment';
import type { Clock } from '@main/ports';
import type { EnvironmentService, Place } from '@main/services/environment-service';
import type { BulkEntry } from './bulk-entry';
import type { BulkSender } from './bulk-sender';
import { CONSOLE_WIDTH, ConsolePace } from './console-pace';
import { grouped } from './grouped';
import { ReadBack } from './read-back';

/** What a round stands on. */
export interface BulkRoundParts {
  readonly environments: Pick<EnvironmentService, 'place'>;
  readonly sender: BulkSender;
  readonly clock: Clock;
}

/** Told of what becomes of each key. */
export interface Told {
  readonly running: (entry: BulkEntry) => void;
  readonly done: (entry: BulkEntry) => void;
  readonly unclear: (entry: BulkEntry) => void;
  readonly refused: (entry: BulkEntry, error: AppError) => void;
}

/** So many are prepared beyond those on their way, so that nothing waits for the disk. */
const AHEAD = 4;

/** Deals once with every key it is given: console beside console, each at its own pace, the first keys first. */
export class BulkRound {
  private readonly places = new Map<string, Promise<Place>>();
  private readonly paces = new Map<string, ConsolePace>();
  private readonly readBack: ReadBack;
  private readonly outcomes: Promise<void>[] = [];

  constructor(
    private readonly parts: BulkRoundParts,
    private readonly act: BulkAct,
    private readonly halted: AbortSignal,
    private readonly told: Told,
  ) {
    this.readBack = new ReadBack(parts.clock, ({ record }) => this.pace(record.id));
  }

  /** Resolves when every key has its outcome or will not be sent; with why nothing more was sent somewhere. */
  async run(entries: readonly BulkEntry[]): Promise<string[]> {
    const byConsole = grouped(entries, ({ target }) => target.key.consoleId);
    await Promise.all([...byConsole].map(([consoleId, keys]) => this.console(consoleId, keys)));
    await Promise.all(this.outcomes);
    return [...this.paces.values()].flatMap(({ stopped }) => stopped ?? []);
  }

  private async console(consoleId: string, entries: readonly BulkEntry[]): Promise<void> {
    const known = await this.known(entries);
    const queue = [...entries];
    const pace = this.pace(consoleId);
    const worker = async (): Promise<void> => {
      while (!this.halted.aborted && pace.stopped === null) {
        const next = queue.shift();
        if (next === undefined) return;
        await this.deal(next, pace);
      }
    };
    await Promise.all(Array.from({ length: CONSOLE_WIDTH + AHEAD }, worker));
    this.readBack.flush(known);
  }

  /** Where keys live, and how many at each place are to be read back together. */
  private async known(entries: readonly BulkEntry[]): Promise<Place[]> {
    const groups = grouped(entries, ({ target }) => environmentKey(target.key));
    const found = await Promise.all(
      [...groups.values()].map(async (group) => {
        const place = await this.place(group[0]).catch(() => null);
        if (place !== null) this.readBack.expect(place, group.length);
        return place;
      }),
    );
    return found.filter((place) => place !== null);
  }

  /** Resolves when nothing more is sent for this key; its outcome comes later. */
  private async deal(entry: BulkEntry, pace: ConsolePace): Promise<void> {
    this.told.running(entry);
    try {
      const place = await this.place(entry);
      const { act, halted, readBack } = this;
      const { over, outcome } = this.parts.sender.begin({
        act,
        target: entry.target,
        place,
        pace,
        readBack,
        halted,
      });
      this.outcomes.push(this.settle(entry, outcome));
      await over;
      readBack.settled(place);
    } catch (error) {
      this.fail(entry, error);
    }
  }

  private async settle(
    entry: BulkEntry,
    outcome: Promise<{ state: 'confirmed' | 'checking' }>,
  ): Promise<void> {
    try {
      if ((await outcome).state === 'confirmed') this.told.done(entry);
      else this.told.unclear(entry);
    } catch (error) {
      this.fail(entry, error);
    }
  }

  /** A bug of ours must neither end the others nor say anything of this key. */
  private fail(entry: BulkEntry, error: unknown): void {
    if (error instanceof AppError) this.told.refused(entry, error);
    else this.told.unclear(entry);
  }

  private place(entry: BulkEntry | undefined): Promise<Place> {
    if (entry === undefined) return Promise.reject(new AppError('not-found', 'There is no such key.'));
    const { key } = entry.target;
    const name = environmentKey(key);
    const place = this.places.get(name) ?? this.parts.environments.place(key);
    this.places.set(name, place);
    return place;
  }

  private pace(consoleId: string): ConsolePace {
    const pace = this.paces.get(consoleId) ?? new ConsolePace(this.parts.clock);
    this.paces.set(consoleId, pace);
    return pace;
  }
}
