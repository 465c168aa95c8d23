import type { Store } from '../../store';
import type { Permission } from './names';

/** A key as it is kept, with its secret. All times in milliseconds since the epoch. */
export interface KeyRecord {
  readonly keyId: string;
  readonly organization: string;
  readonly name: string;
  readonly description: string | null;
  /** For how many days it is valid. */
  readonly ttl: number;
  readonly permission: Permission;
  /** An e-mail address. */
  readonly createdBy: string;
  readonly createdAt: number;
  readonly expireAt: number;
  readonly revokedAt: number | null;
  readonly apiToken: string;
}

/** Keys; an identifier is never given twice. */
export const KEY_TABLE = `
create table if not exists qwilt_keys (
  id integer primary key autoincrement, organization text not null, name text not null, description text,
  ttl integer not null, permission text not null, createdBy text not null, createdAt integer not null,
  expireAt integer not null, revokedAt integer, apiToken text not null unique
);`;

type KeyRow = Omit<KeyRecord, 'keyId'> & { readonly id: number };

const INSERT = `insert into qwilt_keys
  (organization, name, description, ttl, permission, createdBy, createdAt, expireAt, revokedAt, apiToken)
  values (@organization, @name, @description, @ttl, @permission, @createdBy, @createdAt, @expireAt, @revokedAt, '')`;

const toRecord = ({ id, ...rest }: KeyRow): KeyRecord => ({ ...rest, keyId: String(id) });

/** What a key is before it has an identifier and a secret. */
export type NewKey = Omit<KeyRecord, 'keyId' | 'apiToken'>;

/** Reads and writes keys. */
export class KeyStore {
  constructor(private readonly store: Store) {}

  /** Every key of an organization, oldest first, revoked ones too. */
  all(organization: string): KeyRecord[] {
    const rows = this.store.db
      .prepare('select * from qwilt_keys where organization = ? order by createdAt, id')
      .all(organization);
    return (rows as KeyRow[]).map(toRecord);
  }

  find(organization: string, keyId: string): KeyRecord | null {
    return this.all(organization).find((key) => key.keyId === keyId) ?? null;
  }

  /** The key that a secret belongs to, revoked or not. */
  byToken(apiToken: string): KeyRecord | null {
    const row = this.store.db.prepare('select * from qwilt_keys where apiToken = ?').get(apiToken);
    return row ? toRecord(row as KeyRow) : null;
  }

  /** Adds a key, whose secret is made for its identifier. To be called in a transaction. */
  add(key: NewKey, tokenOf: (keyId: string) => string): KeyRecord {
    const { lastInsertRowid } = this.store.db.prepare(INSERT).run(key);
    const keyId = String(lastInsertRowid);
    const apiToken = tokenOf(keyId);
    this.store.db.prepare('update qwilt_keys set apiToken = ? where id = ?').run(apiToken, keyId);
    return { ...key, keyId, apiToken };
  }

  revoke(keyId: string, now: number): void {
    this.store.db
      .prepare('update qwilt_keys set revokedAt = ? where id = ? and revokedAt is null')
      .run(now, keyId);
  }
}
