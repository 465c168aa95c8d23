import { AppError } from '@core/domain/app-error';
import { toInstant } from '@core/domain/instant';
import type { KeyChanges } from '@core/domain/key-draft';
import type { ProbeReport } from '@core/domain/probe';
import type { VendorInfo } from '@core/domain/vendor';
import type {
  DecidedDraft,
  Intent,
  IssuedKey,
  IssueTrace,
  VendorEnvironment,
  VendorKey,
} from '@main/adapters/adapter';
import { newcomer } from '@main/adapters/newcomer';
import { NOW } from '@test/support/builders';
import { FakeConfiguration } from '@test/support/fake-configuration';
import { aPlace, aVendorKey, withChanges } from '@test/support/vendor-records';

interface Stored {
  readonly environmentId: string;
  readonly key: VendorKey;
  readonly secret: string;
}

/** The keys of a console in memory, and what it does with them. */
export class FakeKeys {
  places: VendorEnvironment[] = [aPlace()];
  readonly configuration = new FakeConfiguration();
  /** What finds a key again; see `VendorInfo.findsBack`. */
  findsBack: VendorInfo['findsBack'] = 'mark';
  /** Whether the same call sent twice makes one key. */
  idempotent = true;
  /** What its new keys have besides what is asked for. */
  newKeys: Partial<VendorKey> = {};
  /** Says yes to a stop and does nothing. */
  pretends = false;
  /** Ids of the keys it ever created and stopped, in order, and the names they were created with. */
  readonly created: string[] = [];
  readonly createdNames: string[] = [];
  readonly stopped: string[] = [];
  readonly edits: KeyChanges[] = [];
  /** Secrets it was asked to try. */
  readonly tried: string[] = [];
  /** What its data plane says of a secret. */
  probes = (secret: string): ProbeReport =>
    [...this.stored.values()].some((stored) => stored.secret === secret)
      ? { verdict: 'accepted', reason: 'ok', status: 200, at: toInstant(NOW) }
      : { verdict: 'refused', reason: 'not-valid', status: 401, at: toInstant(NOW) };
  protected readonly stored = new Map<string, Stored>();
  private readonly answers = new Map<string, { payload: string; answer: IssuedKey }>();

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

  /** Gives a key another secret, as if it were another key of that name. */
  swap(keyId: string, secret: string): void {
    const stored = this.stored.get(keyId);
    if (stored !== undefined) this.stored.set(keyId, { ...stored, secret });
  }

  protected secretsIn(place: string): { keyId: string; secret: string }[] {
    const here = [...this.stored.values()].filter(({ environmentId }) => environmentId === place);
    return here.map(({ key: { id: keyId }, secret }) => ({ keyId, secret }));
  }

  protected issue(place: string, draft: DecidedDraft, { clientRef, idempotencyKey }: Intent): IssuedKey {
    const payload = JSON.stringify(draft);
    const former = this.idempotent ? this.answers.get(idempotencyKey) : undefined;
    if (former !== undefined && former.payload !== payload)
      throw new AppError('invalid-input', 'Another payload.');
    if (former !== undefined) return former.answer;
    const id = `new-${this.created.length + 1}`;
    const mark = this.findsBack === 'mark' ? { clientRef } : {};
    const key = withChanges({ ...aVendorKey({ id, ...mark }), ...this.newKeys }, changesIn(draft));
    this.stored.set(id, { environmentId: place, key, secret: draft.secret ?? `secret-of-${id}` });
    this.configuration.saved();
    this.created.push(id);
    this.createdNames.push(draft.name);
    const { secret } = this.current(place, id);
    this.answers.set(idempotencyKey, { payload, answer: { key, secret } });
    return { key, secret };
  }

  protected edit(stored: Stored, changes: KeyChanges): VendorKey {
    const key = withChanges({ ...stored.key, revision: String(Number(stored.key.revision) + 1) }, changes);
    this.stored.set(key.id, { ...stored, key });
    this.configuration.saved();
    this.edits.push(changes);
    return key;
  }

  protected stop({ key }: Stored): void {
    if (this.pretends) return;
    this.stored.delete(key.id);
    this.configuration.saved();
    this.stopped.push(key.id);
  }

  protected probe(secret: string): ProbeReport {
    this.tried.push(secret);
    return this.probes(secret);
  }

  protected trace(place: string, trace: IssueTrace): VendorKey | null {
    const here = [...this.stored.values()]
      .filter(({ environmentId }) => environmentId === place)
      .map(({ key }) => key);
    if (this.findsBack === 'name') return newcomer(here, trace);
    return here.find(({ clientRef }) => clientRef === trace.clientRef) ?? null;
  }

  /** As over HTTP, an environment that is not listed looks like a key that is not there. */
  protected find(place: string, id: string): Stored | undefined {
    const found = this.stored.get(id);
    const listed = this.places.some(({ environmentId }) => environmentId === place);
    return listed && found?.environmentId === place ? found : undefined;
  }

  protected current(place: string, id: string, revision?: string): Stored {
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
