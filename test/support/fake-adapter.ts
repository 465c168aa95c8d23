import { AppError } from '@core/domain/app-error';
import { toInstant } from '@core/domain/instant';
import type { KeyChanges } from '@core/domain/key-draft';
import type { ProbeReport } from '@core/domain/probe';
import type {
  ConsoleAdapter,
  DecidedDraft,
  Intent,
  IssuedKey,
  KeyPage,
  VendorEnvironment,
  VendorKey,
} from '@main/adapters/adapter';
import { NOW } from '@test/support/builders';
import { aPlace, aVendorKey, withChanges } from '@test/support/vendor-records';

/** The calls of an adapter. */
export type ConsoleCall = Exclude<
  keyof ConsoleAdapter,
  'clockSkewMs' | 'deploys' | 'protections' | 'profile'
>;

/** What goes wrong with a call: before the console did its work, after it, or long before it does it (`arrive`). */
export interface Fault {
  readonly when: 'before' | 'after' | 'late';
  readonly error: AppError;
}

interface Stored {
  readonly environmentId: string;
  readonly key: VendorKey;
  readonly secret: string;
}

/** The truth on the other side: a console in memory that can be told what goes wrong, and is never wrong itself. */
export class FakeConsole {
  places: VendorEnvironment[] = [aPlace()];
  skewMs: number | undefined = undefined;
  pageSize = 1_000;
  /** Says yes to a stop and does nothing. */
  pretends = false;
  /** Decides what goes wrong with a call. */
  trouble: (call: ConsoleCall) => Fault | null = () => null;
  /** Holds a call up until it resolves, before or after the console did its work; for calls that overlap. */
  gate: (call: ConsoleCall) => Promise<void> | null = () => null;
  answerGate: (call: ConsoleCall) => Promise<void> | null = () => null;
  readonly calls: ConsoleCall[] = [];
  /** Ids of the keys it ever created and stopped, in order, and the names they were created with. */
  readonly created: string[] = [];
  readonly createdNames: string[] = [];
  readonly stopped: string[] = [];
  readonly edits: KeyChanges[] = [];
  /** Secrets it was asked to try. */
  readonly tried: string[] = [];
  private readonly stored = new Map<string, Stored>();
  private readonly answers = new Map<string, { payload: string; answer: IssuedKey }>();
  private readonly late: (() => unknown)[] = [];

  /** A key that is there already, in the first environment unless told otherwise. */
  add(key: VendorKey = aVendorKey(), environmentId = this.places[0]?.environmentId ?? ''): void {
    this.stored.set(key.id, { environmentId, key, secret: `secret-of-${key.id}` });
  }

  /** All keys there are now. */
  get keys(): VendorKey[] {
    return [...this.stored.values()].map(({ key }) => key);
  }

  /** The secret that works for a key; undefined when there is no such key. */
  secretOf(keyId: string): string | undefined {
    return this.stored.get(keyId)?.secret;
  }

  /** Lets the next calls of one kind fail, each with one of the faults; null is one that works. */
  fail(call: ConsoleCall, ...faults: (Fault | null)[]): void {
    const before = this.trouble;
    this.trouble = (asked) => (asked === call ? faults.shift() : undefined) ?? before(asked);
  }

  /** Lets every further call of one kind fail, and nothing be done. */
  block(call: ConsoleCall, error: AppError): void {
    const before = this.trouble;
    this.trouble = (asked) => (asked === call ? { when: 'before', error } : before(asked));
  }

  /** Does what was asked earlier and answered with an error. */
  arrive(): void {
    for (const work of this.late.splice(0)) quietly(work);
  }

  /** How often it was asked for something. */
  count(call: ConsoleCall): number {
    return this.calls.filter((each) => each === call).length;
  }

  /**
   * A new session with it.
   * @param alive whether anybody is left to hear an answer; what was asked is done all the same
   */
  adapter(alive: () => boolean = () => true): ConsoleAdapter {
    const ask = async <T>(call: ConsoleCall, work: () => T): Promise<T> => {
      const answer = this.exchange(call, work);
      await answer.catch(() => undefined);
      return alive() ? answer : new Promise(() => undefined);
    };
    return {
      operator: () => ask('operator', () => ({ name: 'Ada Byron', canWrite: true, canReveal: true })),
      environments: () => ask('environments', () => [...this.places]),
      roles: () => ask('roles', () => [{ name: 'Admin' }, { name: 'Reader' }]),
      keys: (place) => this.pages(place),
      key: (place, id) => ask('key', () => this.find(place, id)?.key ?? null),
      findIssued: (place, trace) => ask('findIssued', () => this.marked(place, trace.clientRef)),
      issue: (place, draft, intent) => ask('issue', () => this.issue(place, draft, intent)),
      reveal: (place, id) => ask('reveal', () => this.current(place, id).secret),
      edit: (place, id, changes, revision) =>
        ask('edit', () => this.edit(this.current(place, id, revision), changes)),
      stop: (place, id, revision) => ask('stop', () => this.stop(this.current(place, id, revision))),
      probe: (_place, secret) => ask('probe', () => this.probe(secret)),
      clockSkewMs: () => this.skewMs,
    };
  }

  private async exchange<T>(call: ConsoleCall, work: () => T): Promise<T> {
    this.calls.push(call);
    await this.gate(call);
    const fault = this.trouble(call);
    const value = fault === null ? work() : undefined;
    if (fault?.when === 'after') quietly(work);
    if (fault?.when === 'late') this.late.push(work);
    await this.answerGate(call);
    if (fault !== null) throw fault.error;
    // Without a fault the work was done above.
    return value as T;
  }

  /** Heeds no signal: whoever cancels has to do without what still comes. */
  private async *pages(place: string): AsyncGenerator<KeyPage> {
    const all = [...this.stored.values()].filter((each) => each.environmentId === place);
    for (let from = 0; from === 0 || from < all.length; from += this.pageSize) {
      const page = await this.exchange('keys', () => all.slice(from, from + this.pageSize));
      yield { keys: page.map(({ key }) => key), total: all.length };
    }
  }

  private issue(place: string, draft: DecidedDraft, { clientRef, idempotencyKey }: Intent): IssuedKey {
    const payload = JSON.stringify(draft);
    const former = this.answers.get(idempotencyKey);
    if (former !== undefined && former.payload !== payload)
      throw new AppError('invalid-input', 'Another payload.');
    if (former !== undefined) return former.answer;
    const id = `new-${this.created.length + 1}`;
    this.add(withChanges(aVendorKey({ id, clientRef }), changesIn(draft)), place);
    this.created.push(id);
    this.createdNames.push(draft.name);
    const { key, secret } = this.current(place, id);
    this.answers.set(idempotencyKey, { payload, answer: { key, secret } });
    return { key, secret };
  }

  private edit(stored: Stored, changes: KeyChanges): VendorKey {
    const key = withChanges({ ...stored.key, revision: String(Number(stored.key.revision) + 1) }, changes);
    this.stored.set(key.id, { ...stored, key });
    this.edits.push(changes);
    return key;
  }

  private stop({ key }: Stored): void {
    if (this.pretends) return;
    this.stored.delete(key.id);
    this.stopped.push(key.id);
  }

  private probe(secret: string): ProbeReport {
    this.tried.push(secret);
    const known = [...this.stored.values()].some((stored) => stored.secret === secret);
    return known
      ? { verdict: 'accepted', reason: 'ok', status: 200, at: toInstant(NOW) }
      : { verdict: 'refused', reason: 'not-valid', status: 401, at: toInstant(NOW) };
  }

  private marked(place: string, ref: string): VendorKey | null {
    const here = [...this.stored.values()].filter(({ environmentId }) => environmentId === place);
    return here.find(({ key }) => key.clientRef === ref)?.key ?? null;
  }

  /** As over HTTP, an environment that is not listed looks like a key that is not there. */
  private find(place: string, id: string): Stored | undefined {
    const found = this.stored.get(id);
    const listed = this.places.some(({ environmentId }) => environmentId === place);
    return listed && found?.environmentId === place ? found : undefined;
  }

  private current(place: string, id: string, revision?: string): Stored {
    const found = this.find(place, id);
    if (found === undefined) throw new AppError('not-found', 'The console does not have this.');
    if (revision === undefined || revision === found.key.revision) return found;
    throw new AppError('conflict', 'Somebody else changed this.');
  }
}

/** What of a draft stays with the key. */
function changesIn({
  secret: _secret,
  keepSecret: _kept,
  validDays: _days,
  ...draft
}: DecidedDraft): KeyChanges {
  return draft;
}

function quietly(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
