import { BEGINNING, type Position } from '../../cursor';
import type { Store } from '../../store';

/** A key as it is kept, with its secret. All times in milliseconds since the epoch. */
export interface KeyRecord {
  readonly id: string;
  readonly environmentId: string;
  readonly name: string;
  /** Null in the first generation. */
  readonly type: 'standard' | 'administration' | null;
  readonly role: string;
  readonly createdAt: number;
  /** Null in the first generation. */
  readonly createdBy: string | null;
  /** Null: never. */
  readonly expiresAt: number | null;
  /** Canonical addresses; empty: any host. */
  readonly allowedHosts: readonly string[];
  readonly lastUsedAt: number | null;
  readonly lastUsedIp: string | null;
  readonly secret: string;
  readonly clientRef: string | null;
  /** Counts the edits. */
  readonly revision: number;
  /** A deleted key is remembered, so that the gateway knows it as dead at once and for good. */
  readonly revokedAt: number | null;
}

/** Keys. The partial index is the listing's order and serves its count. */
export const KEY_TABLE = `
create table if not exists qodly_keys (
  id text primary key, environmentId text not null, name text not null, type text, role text not null,
  createdAt integer not null, createdBy text, expiresAt integer, allowedHosts text not null,
  lastUsedAt integer, lastUsedIp text, secret text not null unique, clientRef text,
  revision integer not null, revokedAt integer
);
create index if not exists qodly_keys_listed on qodly_keys (environmentId, createdAt, id) where revokedAt is null;
create index if not exists qodly_keys_ref on qodly_keys (environmentId, clientRef) where clientRef is not null;`;

/** Which keys of an environment: all, or those with a `clientRef`. */
export interface KeyFilter {
  readonly environmentId: string;
  readonly clientRef: string | null;
}

type KeyRow = Omit<KeyRecord, 'allowedHosts'> & { readonly allowedHosts: string };

/** The table's columns in their order. */
const COLUMNS = [
  'id',
  'environmentId',
  'name',
  'type',
  'role',
  'createdAt',
  'createdBy',
  'expiresAt',
  'allowedHosts',
  'lastUsedAt',
  'lastUsedIp',
  'secret',
  'clientRef',
  'revision',
  'revokedAt',
] as const satisfies readonly (keyof KeyRecord)[];

const INSERT = `insert into qodly_keys (${COLUMNS.join()}) values (${COLUMNS.map(() => '?').join()})`;

const UPDATE = `update qodly_keys set name = @name, type = @type, role = @role, expiresAt = @expiresAt,
  allowedHosts = @allowedHosts, secret = @secret, revision = @revision where id = @id`;

/** Reads and writes keys. Every listing leaves out deleted keys. */
export class KeyStore {
  constructor(private readonly store: Store) {}

  count(filter: KeyFilter): number {
    const row = this.store.db.prepare(`select count(*) as count from ${source(filter)}`).get(filter);
    return (row as { count: number }).count;
  }

  /** At most `limit` keys after a position, oldest first. */
  page(filter: KeyFilter, [createdAt, after]: Position, limit: number): KeyRecord[] {
    const rows = this.store.db
      .prepare(
        `select * from ${source(filter)} and (createdAt, id) > (@createdAt, @after)
          order by createdAt, id limit @limit`,
      )
      .all({ ...filter, createdAt, after, limit });
    return (rows as KeyRow[]).map(toRecord);
  }

  /** Every key of an environment. */
  all(environmentId: string): KeyRecord[] {
    return this.page({ environmentId, clientRef: null }, BEGINNING, -1);
  }

  find(environmentId: string, id: string): KeyRecord | null {
    const row = this.store.db
      .prepare('select * from qodly_keys where id = ? and environmentId = ? and revokedAt is null')
      .get(id, environmentId);
    return row ? toRecord(row as KeyRow) : null;
  }

  /** The key that a secret belongs to, deleted or not. */
  bySecret(secret: string): KeyRecord | null {
    const row = this.store.db.prepare('select * from qodly_keys where secret = ?').get(secret);
    return row ? toRecord(row as KeyRow) : null;
  }

  /** Adds keys; to be called in a transaction when there are many. */
  add(keys: Iterable<KeyRecord>): void {
    const insert = this.store.db.prepare(INSERT);
    for (const key of keys) {
      const row = { ...key, allowedHosts: JSON.stringify(key.allowedHosts) };
      // By place rather than by name, which takes a third longer for 100,000 keys.
      insert.run(...COLUMNS.map((column) => row[column]));
    }
  }

  /** Writes what an edit may change. */
  update(key: KeyRecord): void {
    this.store.db.prepare(UPDATE).run({ ...key, allowedHosts: JSON.stringify(key.allowedHosts) });
  }

  revoke(id: string, now: number): void {
    this.store.db.prepare('update qodly_keys set revokedAt = ? where id = ?').run(now, id);
  }

  noteUse(id: string, now: number, address: string): void {
    const update = this.store.db.prepare('update qodly_keys set lastUsedAt = ?, lastUsedIp = ? where id = ?');
    update.run(now, address, id);
  }

  /** Removes an environment's keys without a trace; for sample data that is made anew. */
  clear(environmentId: string): void {
    this.store.db.prepare('delete from qodly_keys where environmentId = ?').run(environmentId);
  }
}

function source({ clientRef }: KeyFilter): string {
  const listed = 'qodly_keys where environmentId = @environmentId and revokedAt is null';
  return clientRef === null ? listed : `${listed} and clientRef = @clientRef`;
}

function toRecord(row: KeyRow): KeyRecord {
  return { ...row, allowedHosts: JSON.parse(row.allowedHosts) as string[] };
}
