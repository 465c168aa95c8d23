import * as z from 'zod';
import type { LastKnownStatus, LastListing } from '@core/contract/last-known';
import { ApiKey } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import { Environment, environmentKey, type EnvironmentRef } from '@core/domain/environment';
import { Instant, toInstant } from '@core/domain/instant';
import type { VendorEnvironment } from '@main/adapters/adapter';
import type { Clock } from '@main/ports';
import { LastKnownFiles, type LastKnownFilesParts } from './last-known-files';
import type { Belongs, OpenedParts } from './sealed-parts';
import { WriteBehind } from './write-behind';

/** A whole listing as it was just read. */
export interface FreshListing {
  /** JSON texts of `ApiKey[]`. */
  readonly pages: readonly string[];
  readonly rows: number;
  readonly asOf: Instant;
}

/** What the service stands on. */
export interface LastKnownServiceParts extends LastKnownFilesParts {
  readonly clock: Clock;
  /** Whether anything of a console may outlive this session. */
  readonly mayKeep: (consoleId: string) => boolean;
  /** The consoles there are. */
  readonly consoleIds: () => Promise<readonly string[]>;
}

/** What takes so much room is read anew each time. */
const MOST_ROWS = 200_000;

const KeysHead = z.object({ asOf: Instant, rows: z.int().nonnegative() });
const EnvironmentsHead = z.object({ asOf: Instant });
const KeptEnvironments = z.array(
  Environment.omit({ consoleId: true, production: true, productionBasis: true, tab: true }).extend({
    production: z.boolean().nullable(),
  }),
);
const KeptKeys = z.array(ApiKey);

interface Reading extends LastListing {
  readonly about: Belongs;
  readonly opened: OpenedParts;
}

/**
 * What consoles listed last, kept encrypted for the next start; nothing without a keychain. It is what the window shows
 * while it waits: no proof and no operation ever rests on it.
 */
export class LastKnownService {
  private readonly files: LastKnownFiles;
  private readonly behind: WriteBehind;
  /** What the window reads page by page, by environment. */
  private readonly readings = new Map<string, Reading>();
  private tidied = false;

  constructor(private readonly parts: LastKnownServiceParts) {
    this.files = new LastKnownFiles(parts);
    this.behind = new WriteBehind(parts.clock, parts.log);
  }

  /** Asks the keychain for the key while the window is still loading its page; nobody, where nothing is kept. */
  async askAhead(): Promise<void> {
    if ((await this.files.names()).length > 0) await this.parts.key.open();
  }

  /** Keeps the keys of an environment, a little later. */
  keepKeys(ref: EnvironmentRef, { pages, rows, asOf }: FreshListing): void {
    this.readings.delete(environmentKey(ref));
    if (rows > MOST_ROWS) return;
    this.keep(keysOf(ref), () => this.files.write(keysOf(ref), { head: { asOf, rows }, parts: pages }));
  }

  /** Keeps the environments of a console, a little later, and forgets those that it does not have any more. */
  keepEnvironments(consoleId: string, environments: readonly VendorEnvironment[]): void {
    const about = environmentsOf(consoleId);
    const asOf = toInstant(this.parts.clock.now());
    this.keep(about, async () => {
      const kept = await this.files.write(about, { head: { asOf }, parts: [JSON.stringify(environments)] });
      const still = environments.map(({ environmentId }) => keysOf({ consoleId, environmentId }));
      if (kept) await this.files.removeOf(consoleId, [about, ...still]);
    });
  }

  /** The environments of a console as it told them last; null where that is not kept. */
  async environments(consoleId: string): Promise<{ asOf: Instant; raw: VendorEnvironment[] } | null> {
    const about = environmentsOf(consoleId);
    const opened = await this.files.read(about);
    if (opened === null) return null;
    const head = EnvironmentsHead.safeParse(opened.head);
    const raw = KeptEnvironments.safeParse(parsed(opened.part(0)));
    if (head.success && raw.success) return { ...head.data, raw: raw.data };
    return this.unusable(about);
  }

  /** The keys of an environment as they were listed last, to be read page by page; null where they are not kept. */
  async keys(ref: EnvironmentRef): Promise<LastListing | null> {
    const about = keysOf(ref);
    const opened = await this.files.read(about);
    if (opened === null) return null;
    const head = KeysHead.safeParse(opened.head);
    if (!head.success) return this.unusable(about);
    const listing = { ...head.data, listing: this.parts.crypto.token(), pages: opened.parts };
    this.readings.set(environmentKey(ref), { ...listing, about, opened });
    return listing;
  }

  /** One page of such a listing as JSON text; `not-found` once a newer one is there, or it is damaged. */
  async page(listing: string, page: number): Promise<string> {
    const [place, reading] = [...this.readings].find(([, each]) => each.listing === listing) ?? [];
    if (place === undefined || reading === undefined) throw replaced();
    const json = reading.opened.part(page);
    if (page === reading.pages - 1) this.readings.delete(place);
    if (json !== null && KeptKeys.safeParse(parsed(json)).success) return json;
    this.readings.delete(place);
    await this.files.setAside(reading.about, json === null ? 'does-not-open' : 'other-content');
    throw replaced();
  }

  /** What is kept, and where. */
  async status(): Promise<LastKnownStatus> {
    const names = await this.files.names();
    return {
      folder: this.parts.folder.path,
      environments: names.filter((name) => name.includes('-keys-')).length,
    };
  }

  /** Removes everything that is kept of a console; what a disk keeps from being removed goes at a later start. */
  async forgetConsole(consoleId: string): Promise<void> {
    this.behind.drop((name) => name.startsWith(`${consoleId}/`));
    for (const [place, { about }] of this.readings)
      if (about.consoleId === consoleId) this.readings.delete(place);
    await this.behind
      .inTurn(() => this.files.removeOf(consoleId))
      .catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        this.parts.log.warn('last-known.not-forgotten', { consoleId, code: error.code });
      });
  }

  /** Removes everything, and the key after it. Errors are those of the disk and of the keychain. */
  async forget(): Promise<void> {
    this.behind.drop();
    this.readings.clear();
    await this.behind.inTurn(async () => {
      await this.files.removeAll();
      await this.parts.key.remove();
    });
  }

  /** Writes what waits and lets go of the key and of everything that was read; part of a lock and of the end. */
  async letGo(): Promise<void> {
    this.readings.clear();
    // Nobody waits for a keychain here.
    if (!this.parts.key.ready) this.behind.drop();
    await this.behind.finish();
    this.parts.key.letGo();
  }

  private keep(about: Belongs, write: () => Promise<unknown>): void {
    if (!this.parts.mayKeep(about.consoleId)) return;
    this.behind.put(`${about.consoleId}/${about.kind}/${about.environmentId ?? ''}`, async () => {
      await this.tidy();
      await write();
    });
  }

  /** The file is what it was, so that only another version of Keydesk can have written it. */
  private async unusable(about: Belongs): Promise<null> {
    await this.files.setAside(about, 'other-content');
    return null;
  }

  /** Once: a console may have been removed when its files could not be. */
  private async tidy(): Promise<void> {
    if (this.tidied) return;
    this.tidied = true;
    await this.files.removeOthers(await this.parts.consoleIds());
  }
}

const keysOf = ({ consoleId, environmentId }: EnvironmentRef): Belongs => ({
  kind: 'keys',
  consoleId,
  environmentId,
});

const environmentsOf = (consoleId: string): Belongs => ({ kind: 'environments', consoleId });

const replaced = (): AppError => new AppError('not-found', 'This listing was replaced by a newer one.');

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}
