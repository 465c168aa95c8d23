import { createHash, randomBytes } from 'node:crypto';
import type { PracticeContext } from '../../context';
import { OWN_CLIENT_ID, type ServiceAccount, type ServiceAccounts } from './service-accounts';

/** Access tokens and assertions that were used, both by digest and until they expire. */
export const TOKEN_TABLES = `
create table if not exists mia_tokens (
  digest text primary key, clientId text not null, expiresAt integer not null
) without rowid;
create table if not exists mia_assertions (
  digest text primary key, expiresAt integer not null
) without rowid;`;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Issues and recognises access tokens. They survive a restart, except those of the application itself. */
export class AccessTokens {
  constructor(
    private readonly context: PracticeContext,
    private readonly accounts: ServiceAccounts,
  ) {
    // SECURITY: its credential is good for one start, and so is what it was exchanged for.
    context.store.db.prepare('delete from mia_tokens where clientId = ?').run(OWN_CLIENT_ID);
  }

  /** A new token and its lifetime in whole seconds. */
  issue({ clientId }: ServiceAccount): { token: string; expiresIn: number } {
    const { clock, sessionLifetimeMs, store } = this.context;
    const token = randomBytes(48).toString('base64url');
    store.db.prepare('delete from mia_tokens where expiresAt <= ?').run(clock());
    store.db
      .prepare('insert into mia_tokens values (?, ?, ?)')
      .run(digestOf(token), clientId, clock() + sessionLifetimeMs);
    return { token, expiresIn: Math.floor(sessionLifetimeMs / 1000) };
  }

  /** Who a token stands for; null when it is unknown or has expired. */
  resolve(token: string): ServiceAccount | null {
    const row = this.context.store.db
      .prepare('select clientId from mia_tokens where digest = ? and expiresAt > ?')
      .get(digestOf(token), this.context.clock()) as { clientId: string } | undefined;
    return row ? this.accounts.byId(row.clientId) : null;
  }

  /** Notes that an assertion was used; false when it had been used before. `expiresAt` in milliseconds. */
  useOnce(clientId: string, assertionId: string, expiresAt: number): boolean {
    const { db } = this.context.store;
    db.prepare('delete from mia_assertions where expiresAt <= ?').run(this.context.clock());
    const digest = digestOf(`${clientId} ${assertionId}`);
    return (
      db.prepare('insert or ignore into mia_assertions values (?, ?)').run(digest, expiresAt).changes > 0
    );
  }
}
