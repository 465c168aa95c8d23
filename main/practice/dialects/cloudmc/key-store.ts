import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Store } from '../../store';

/** A key as it is kept: the secret only as a digest, so that nothing can show it a second time. */
export interface CloudmcKey {
  readonly id: string;
  readonly userId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly digest: string;
  /** The secret of a training key, which the console prints; null for all others. */
  readonly printed: string | null;
  /** All times in milliseconds since the epoch. */
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  readonly lastUsedIp: string | null;
}

/** Whose keys, and of which organization. */
export type KeyOwner = Pick<CloudmcKey, 'userId' | 'organizationId'>;

/** See `CloudmcKey`. */
export const CLOUDMC_TABLES = `
create table if not exists cloudmc_keys (
  id text primary key, userId text not null, organizationId text not null, name text not null,
  digest text not null unique, printed text, createdAt integer not null, lastUsedAt integer, lastUsedIp text
) without rowid;
create index if not exists cloudmc_keys_listed on cloudmc_keys (userId, organizationId, createdAt, id);
create table if not exists cloudmc_revoked (digest text primary key, key text not null, until integer not null) without rowid;`;

/** Unmistakable letters and digits. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The name of a key that was not given one: `api_key_` and eight lower-case letters or digits. */
export const defaultKeyName = (): string =>
  `api_key_${[...randomBytes(8)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('')}`;

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A new key with its secret. */
export function newKey(
  owner: KeyOwner,
  name: string,
  createdAt: number,
): { key: CloudmcKey; secret: string } {
  const secret = randomBytes(48).toString('base64url');
  const { userId, organizationId } = owner;
  const facts = { printed: null, createdAt, lastUsedAt: null, lastUsedIp: null };
  return {
    key: { id: randomUUID(), userId, organizationId, name, digest: digestOf(secret), ...facts },
    secret,
  };
}

/** Reads and writes keys. A deleted one is gone without a trace, unless it is assumed to work on for a while. */
export class KeyStore {
  constructor(private readonly store: Store) {}

  /** The keys of one user, oldest first; of every organization where none is given. */
  of({ userId, organizationId }: { userId: string; organizationId: string | null }): CloudmcKey[] {
    return this.store.db
      .prepare(
        `select * from cloudmc_keys where userId = @userId
          and (@organizationId is null or organizationId = @organizationId) order by createdAt, id`,
      )
      .all({ userId, organizationId }) as CloudmcKey[];
  }

  bySecret(secret: string, now: number): CloudmcKey | null {
    const row = this.store.db.prepare('select * from cloudmc_keys where digest = ?').get(digestOf(secret));
    return (row as CloudmcKey | undefined) ?? this.revoked(secret, now);
  }

  private revoked(secret: string, now: number): CloudmcKey | null {
    const row = this.store.db
      .prepare('select key from cloudmc_revoked where digest = ? and until > ?')
      .get(digestOf(secret), now) as { key: string } | undefined;
    return row ? (JSON.parse(row.key) as CloudmcKey) : null;
  }

  /** The training key of a user, unless it was deleted. */
  printed(userId: string): CloudmcKey | null {
    const row = this.store.db
      .prepare('select * from cloudmc_keys where userId = ? and printed is not null')
      .get(userId);
    return (row as CloudmcKey | undefined) ?? null;
  }

  add(key: CloudmcKey): void {
    this.store.db
      .prepare(
        `insert into cloudmc_keys values (@id, @userId, @organizationId, @name, @digest, @printed, @createdAt,
          @lastUsedAt, @lastUsedIp)`,
      )
      .run(key);
  }

  rename(id: string, name: string): void {
    this.store.db.prepare('update cloudmc_keys set name = ? where id = ?').run(name, id);
  }

  /** @param until when it is refused, in milliseconds since the epoch; null for at once */
  remove(key: CloudmcKey, until: number | null): void {
    this.store.db.prepare('delete from cloudmc_keys where id = ?').run(key.id);
    if (until === null) return;
    const insert = this.store.db.prepare('insert or replace into cloudmc_revoked values (?, ?, ?)');
    insert.run(key.digest, JSON.stringify(key), until);
  }

  noteUse(id: string, now: number, address: string): void {
    this.store.db
      .prepare('update cloudmc_keys set lastUsedAt = ?, lastUsedIp = ? where id = ?')
      .run(now, address, id);
  }
}
