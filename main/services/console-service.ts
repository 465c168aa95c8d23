import { AppError } from '@core/domain/app-error';
import type { ConnectionReport, ConsoleDraft, ConsoleRecord, ConsoleView } from '@core/domain/console';
import { toInstant } from '@core/domain/instant';
import { VENDOR_LIST, type VendorInfo } from '@core/domain/vendor';
import type { ConsoleAdapters } from '@main/services/console-adapters';
import type { ConsoleCredentials, Credentials } from '@main/services/console-credentials';
import {
  credentialsOf,
  fits,
  newCredentialsOf,
  refuseTwin,
  signsInWithNothing,
} from '@main/services/console-draft';
import type { LastKnownService } from '@main/services/last-known/last-known-service';
import type { RecordedKeys } from '@main/services/recorded-keys';
import type { Clock, Crypto, DocumentStore, PracticeHost } from '@main/ports';

/** What the service stands on. */
export interface ConsoleServiceParts {
  readonly store: DocumentStore<ConsoleRecord[]>;
  readonly credentials: ConsoleCredentials;
  readonly adapters: ConsoleAdapters;
  readonly practice: PracticeHost;
  readonly recorded: Pick<RecordedKeys, 'forget' | 'keeps'>;
  readonly lastKnown: Pick<LastKnownService, 'forgetConsole'>;
  readonly clock: Clock;
  readonly crypto: Crypto;
}

/** Adds, tests, changes and removes consoles; keeps the file and the keychain in step. */
export class ConsoleService {
  constructor(private readonly parts: ConsoleServiceParts) {}

  /** All consoles as the window sees them. */
  async list(): Promise<ConsoleView[]> {
    return (await this.parts.store.read()).map((record) => this.view(record));
  }

  /** Signs in with the draft and tells what it finds; nothing is kept. */
  async test(draft: ConsoleDraft, consoleId?: string): Promise<ConnectionReport> {
    const kept = consoleId === undefined ? undefined : await this.find(consoleId);
    const given = kept === undefined ? credentialsOf(draft) : newCredentialsOf(draft, kept);
    const record = this.record(draft, kept);
    return this.parts.adapters.test(record, given ?? (await this.kept(record)));
  }

  /** Keeps a console that works, or one the operator insists on. */
  async add(draft: ConsoleDraft, insist: boolean): Promise<ConsoleView> {
    const { credentials, store } = this.parts;
    const given = credentialsOf(draft);
    const asked = this.record(draft);
    refuseTwin(await store.read(), asked);
    const record = { ...asked, ...(await this.tried(asked, insist, () => Promise.resolve(given))) };
    // Keychain before file: a secret without a record is harmless, a record without its secret is not.
    if (!signsInWithNothing(record)) await credentials.write(record.id, given);
    await this.save(
      (records) => [...refuseTwin(records, record), record],
      () => credentials.remove(record.id),
    );
    return this.view(record);
  }

  /** Replaces what is kept of a console; on a failure everything stays as it was. */
  async change(consoleId: string, draft: ConsoleDraft, insist: boolean): Promise<ConsoleView> {
    const { credentials, adapters } = this.parts;
    const kept = await this.find(consoleId);
    if (kept.practice)
      throw new AppError('invalid-input', 'The practice console is looked after by Keydesk itself.');
    if (draft.vendor !== kept.vendor)
      throw new AppError('invalid-input', 'A console keeps its vendor. Add another one.', {
        field: 'vendor',
      });
    const asked = this.record(draft, kept);
    const given = newCredentialsOf(draft, kept);
    const tried = await this.tried(asked, insist, async () => given ?? (await this.kept(asked)));
    const former = given === null && kept.operator !== undefined ? { operator: kept.operator } : {};
    const record = { ...asked, ...former, ...tried };
    await this.mustNotRedirect(draft, kept);
    const undo =
      given === null || signsInWithNothing(record) ? null : await credentials.replace(consoleId, given);
    await this.save(
      (records) => refuseTwin(records, record).map((each) => (each.id === consoleId ? record : each)),
      async () => undo?.(),
    );
    adapters.drop(consoleId);
    // Somebody else, or somewhere else, may be shown other keys.
    await this.parts.lastKnown.forgetConsole(consoleId);
    return this.view(record);
  }

  /** Forgets a console and its credentials; its keys stay on the console. */
  async remove(consoleId: string): Promise<void> {
    const record = await this.find(consoleId);
    // File before keychain: a leftover secret is harmless and is removed again by the next attempt.
    await this.parts.store.update((records) => records.filter((each) => each.id !== consoleId));
    this.parts.adapters.drop(consoleId);
    try {
      await this.parts.recorded.forget(consoleId);
      if (!record.practice && !signsInWithNothing(record)) await this.parts.credentials.remove(consoleId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await this.parts.store.update((records) => [...records, record]);
      throw new AppError(error.code, `The console was kept: ${lower(error.message)}`, error.facts);
    }
    await this.parts.lastKnown.forgetConsole(consoleId);
  }

  /** Starts the built-in console and adds what it offers of each vendor, as far as it is not there yet. */
  async openPractice(): Promise<ConsoleView[]> {
    const { consoles } = await this.parts.practice.start();
    const offered = VENDOR_LIST.filter(({ id }) => consoles[id] !== undefined);
    const records = await this.parts.store.update((all) => {
      const missing = offered.filter(
        ({ id }) => !all.some(({ practice, vendor }) => practice && vendor === id),
      );
      return [...all, ...missing.map((vendor) => this.practiceRecord(vendor))];
    });
    return records.filter(({ practice }) => practice).map((record) => this.view(record));
  }

  private practiceRecord({ id, label }: VendorInfo): ConsoleRecord {
    const draft = {
      vendor: id,
      label: `Practice ${label}`,
      // Its origins are new at every start; main puts the real ones in when it signs in.
      baseUrl: `http://127.0.0.1/${id}`,
      method: 'practice',
      allowLoopback: true,
      allowPrivate: false,
    };
    return { ...this.record(draft), practice: true };
  }

  /** The record of a console; `not-found` when it was removed. */
  async find(consoleId: string): Promise<ConsoleRecord> {
    const record = (await this.parts.store.read()).find((each) => each.id === consoleId);
    if (record === undefined) throw new AppError('not-found', 'This console is no longer in Keydesk.');
    return record;
  }

  /** Who signs in with these credentials; nobody is known where the operator insists. Throws where it does not work. */
  private async tried(
    record: ConsoleRecord,
    insist: boolean,
    credentials: () => Promise<Credentials>,
  ): Promise<Pick<ConsoleRecord, 'operator'>> {
    if (insist) {
      await this.parts.adapters.check(record);
      return {};
    }
    const { operator } = await this.parts.adapters.test(record, await credentials());
    return { operator: operator.name.slice(0, 200) };
  }

  private kept(record: ConsoleRecord): Promise<Credentials> {
    const nothing = { method: record.method, fields: {} };
    return signsInWithNothing(record) ? Promise.resolve(nothing) : this.parts.credentials.read(record.id);
  }

  /** SECURITY: secrets that are kept for recorded keys go only where they were recorded for, as credentials do. */
  private async mustNotRedirect(draft: ConsoleDraft, kept: ConsoleRecord): Promise<void> {
    if (fits(draft, kept) || !(await this.parts.recorded.keeps(kept.id))) return;
    throw new AppError(
      'invalid-input',
      'Keys are kept for the former address. Add the other one as a console of its own.',
      { field: 'baseUrl' },
    );
  }

  private async save(
    change: (records: ConsoleRecord[]) => ConsoleRecord[],
    undo: () => Promise<void>,
  ): Promise<void> {
    try {
      await this.parts.store.update(change);
    } catch (error) {
      // Why the file could not be written is what the operator has to know, whatever else goes wrong now.
      await undo().catch(() => undefined);
      throw error;
    }
  }

  private record(draft: ConsoleDraft, kept?: ConsoleRecord): ConsoleRecord {
    const caPem = draft.caPem === undefined ? kept?.caPem : (draft.caPem ?? undefined);
    return {
      id: kept?.id ?? this.parts.crypto.uuid(),
      vendor: draft.vendor,
      label: draft.label,
      baseUrl: draft.baseUrl.replace(/\/+$/, ''),
      method: draft.method,
      allowLoopback: draft.allowLoopback,
      allowPrivate: draft.allowPrivate,
      ...(caPem === undefined ? {} : { caPem }),
      ...(draft.origins === undefined ? {} : { origins: withoutEmpty(draft.origins) }),
      ...(kept?.routes === undefined ? {} : { routes: kept.routes }),
      practice: kept?.practice ?? false,
      addedAt: kept?.addedAt ?? toInstant(this.parts.clock.now()),
      environments: kept?.environments ?? {},
    };
  }

  private view({ caPem, ...record }: ConsoleRecord): ConsoleView {
    return {
      ...record,
      customCa: caPem !== undefined,
      credentials:
        record.practice || signsInWithNothing(record) ? 'kept' : this.parts.credentials.state(record.id),
    };
  }
}

/** What is left empty is derived. */
const withoutEmpty = (origins: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(origins)
      .filter(([, url]) => url !== '')
      .map(([name, url]) => [name, url.replace(/\/+$/, '')]),
  );

const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
