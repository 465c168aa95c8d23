import { createHash } from 'node:crypto';
import type { PracticeContext } from '../../context';
import { sessionToken } from './tokens';
import { UserStore, type QwiltUser } from './users';

/** Sessions, by the digest of their token. */
export const SESSION_TABLE = `
create table if not exists qwilt_sessions (
  tokenDigest text primary key, userName text not null, organization text not null, expiresAt integer not null
) without rowid;`;

/** Who is signed in, and to what. */
export interface QwiltSession {
  readonly user: QwiltUser;
  readonly organization: string;
}

interface SessionRow {
  readonly userName: string;
  readonly organization: string;
  readonly expiresAt: number;
}

const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Opens and recognises sessions. A session is for one organization. */
export class QwiltSessions {
  private readonly users: UserStore;

  constructor(private readonly context: PracticeContext) {
    this.users = new UserStore(context.store);
  }

  /** A new token. Survives a restart. */
  open({ user, organization }: QwiltSession): string {
    const { store, clock, sessionLifetimeMs } = this.context;
    const now = clock();
    const expiresAt = now + sessionLifetimeMs;
    const token = sessionToken(this.context, user, organization, expiresAt);
    store.db.prepare('delete from qwilt_sessions where expiresAt <= ?').run(now);
    store.db
      .prepare('insert into qwilt_sessions values (?, ?, ?, ?)')
      .run(digest(token), user.userName, organization, expiresAt);
    return token;
  }

  /** Whose session a token is; `null` for an expired or unknown one. */
  resolve(token: string): QwiltSession | null {
    const { store, clock } = this.context;
    const row = store.db.prepare('select * from qwilt_sessions where tokenDigest = ?').get(digest(token)) as
      SessionRow | undefined;
    if (!row || row.expiresAt <= clock()) return null;
    const user = this.users.find(row.userName);
    return user && { user, organization: row.organization };
  }
}
