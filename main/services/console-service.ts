import { AppError } from '@core/domain/app-error';
import type { ConnectionReport, ConsoleDraft, ConsoleRecord, ConsoleView } from '@core/domain/console';
import { toInstant } from '@core/domain/instant';
import { vendorInfo } from '@core/domain/vendor';
import type { ConsoleAdapters } from '@main/services/console-adapters';
import type { ConsoleCredentials, Credentials } from '@main/services/console-credentials';
import type { Clock, Crypto, DocumentStore, PracticeHost } from '@main/ports';

/** What the service stands on. */
export interface ConsoleServiceParts {
  readonly store: DocumentStore<ConsoleRecord[]>;
  readonly credentials: ConsoleCredentials;
  readonly adapters: ConsoleAdapters;
  readonly practice: PracticeHost;
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
    const credentials = await this.credentialsOf(draft, consoleId);
    return this.parts.adapters.test(this.record(draft, kept), credentials);
  }

  /** Keeps a console that works, or one the operator insists on. */
  async add(draft: ConsoleDraft, insist: boolean): Promise<ConsoleView> {
    const credentials = await this.credentialsOf(draft);
    const record = this.record(draft);
    await this.refuseTwin(record);
    if (!insist) await this.parts.adapters.test(record, credentials);
    // Keychain before file: a secret without a record is harmless, a record without its secret is not.
    await this.parts.credentials.write(record.id, credentials);
    try {
      await this.parts.store.update((records) => [...records, record]);
    } catch (error) {
      await this.parts.credentials.remove(record.id);
      throw error;
    }
    return this.view(record);
  }

  /** Replaces what is kept of a console; on a failure everything stays as it was. */
  async change(consoleId: string, draft: ConsoleDraft, insist: boolean): Promise<ConsoleView> {
    const kept = await this.find(consoleId);
    if (kept.practice)
      throw new AppError('invalid-input', 'The practice console is looked after by Keydesk itself.');
    const record = this.record(draft, kept);
    const credentials = await this.credentialsOf(draft, consoleId);
    if (!insist) await this.parts.adapters.test(record, credentials);
    const before = draft.credentials === undefined ? null : await this.readOrNull(consoleId);
    if (draft.credentials !== undefined) await this.parts.credentials.write(consoleId, credentials);
    try {
      await this.parts.store.update((records) =>
        records.map((each) => (each.id === consoleId ? record : each)),
      );
    } catch (error) {
      if (before !== null) await this.parts.credentials.write(consoleId, before);
      throw error;
    }
    this.parts.adapters.drop(consoleId);
    return this.view(record);
  }

  /** Forgets a console and its credentials; its keys stay on the console. */
  async remove(consoleId: string): Promise<void> {
    const record = await this.find(consoleId);
    // File before keychain: a leftover secret is harmless and is removed again by the next attempt.
    await this.parts.store.update((records) => records.filter((each) => each.id !== consoleId));
    this.parts.adapters.drop(consoleId);
    if (record.practice) return;
    try {
      await this.parts.credentials.remove(consoleId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await this.parts.store.update((records) => [...records, record]);
      throw new AppError(error.code, `The console was kept: ${lower(error.message)}`, error.facts);
    }
  }

  /** Starts the built-in console and adds it if it is not there yet. */
  async openPractice(): Promise<ConsoleView> {
    await this.parts.practice.start();
    const existing = (await this.parts.store.read()).find((record) => record.practice);
    if (existing !== undefined) return this.view(existing);
    const record: ConsoleRecord = {
      ...this.record({
        vendor: 'qodly',
        label: 'Practice console',
        // Its origin is new at every start; main puts the real one in when it signs in.
        baseUrl: 'http://127.0.0.1/qodly',
        method: 'token',
        allowLoopback: true,
        allowPrivate: false,
      }),
      practice: true,
    };
    await this.parts.store.update((records) => [...records, record]);
    return this.view(record);
  }

  /** The record of a console; `not-found` when it was removed. */
  async find(consoleId: string): Promise<ConsoleRecord> {
    const record = (await this.parts.store.read()).find((each) => each.id === consoleId);
    if (record === undefined) throw new AppError('not-found', 'This console is no longer in Keydesk.');
    return record;
  }

  private async credentialsOf(draft: ConsoleDraft, consoleId?: string): Promise<Credentials> {
    if (draft.credentials === undefined) {
      if (consoleId !== undefined) return this.parts.credentials.read(consoleId);
      throw new AppError('invalid-input', 'Enter the credentials of this console.');
    }
    const method = vendorInfo(draft.vendor).signIn.find((each) => each.id === draft.method);
    const missing = method?.fields.find((field) => (draft.credentials?.[field.name] ?? '') === '');
    if (method === undefined)
      throw new AppError('invalid-input', 'Choose how to sign in.', { field: 'method' });
    if (missing === undefined) return { method: draft.method, fields: draft.credentials };
    throw new AppError('invalid-input', `${missing.label} is required.`, { field: missing.name });
  }

  private async readOrNull(consoleId: string): Promise<Credentials | null> {
    try {
      return await this.parts.credentials.read(consoleId);
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }

  private async refuseTwin({ baseUrl, label }: ConsoleRecord): Promise<void> {
    const twin = (await this.parts.store.read()).find(
      (each) => each.baseUrl === baseUrl && each.label === label,
    );
    if (twin === undefined) return;
    throw new AppError('conflict', 'A console with this name and URL is already here.', { field: 'label' });
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
      practice: kept?.practice ?? false,
      addedAt: kept?.addedAt ?? toInstant(this.parts.clock.now()),
      environments: kept?.environments ?? {},
    };
  }

  private view({ caPem, ...record }: ConsoleRecord): ConsoleView {
    return {
      ...record,
      customCa: caPem !== undefined,
      credentials: record.practice ? 'kept' : this.parts.credentials.state(record.id),
    };
  }
}

const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
