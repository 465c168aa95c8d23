import { createHash, randomBytes } from 'node:crypto';
import { ADMINISTRATOR, sameSecret, type Operator, type Operators } from './operators';
import type { Store } from './store';

/** Tokens from signing in, by digest; an expired one is remembered for a day so that it can be told apart. */
export const SESSION_TABLE = `
create table if not exists sessions (
  tokenDigest text primary key, operatorId text not null, expiresAt integer not null
) without rowid;`;

const REMEMBERED_MS = 86_400_000;

/** What a bearer token turned out to be. */
export type Bearer = { readonly operator: Operator } | 'expired' | 'unknown';

/** What decides over sessions. */
export interface SessionRules {
  readonly clock: () => number;
  readonly lifetimeMs: number;
  /** A token of the administrator for this start. */
  readonly operatorToken: string | undefined;
}

const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Issues and recognises bearer tokens. */
export class Sessions {
  constructor(
    private readonly store: Store,
    private readonly operators: Operators,
    private readonly rules: SessionRules,
  ) {}

  /** A new token; `expiresAt` in milliseconds. Survives a restart. */
  open(operator: Operator): { token: string; expiresAt: number } {
    const now = this.rules.clock();
    const token = `kds_${randomBytes(32).toString('base64url')}`;
    const expiresAt = now + this.rules.lifetimeMs;
    const { db } = this.store;
    db.prepare('delete from sessions where expiresAt < ?').run(now - REMEMBERED_MS);
    db.prepare('insert into sessions values (?, ?, ?)').run(digest(token), operator.id, expiresAt);
    return { token, expiresAt };
  }

  /** Who a bearer token stands for. */
  resolve(token: string): Bearer {
    const known = this.ofApplication(token) ?? this.operators.byToken(token);
    if (known) return { operator: known };
    const row = this.store.db
      .prepare('select operatorId, expiresAt from sessions where tokenDigest = ?')
      .get(digest(token)) as { operatorId: string; expiresAt: number } | undefined;
    if (!row) return 'unknown';
    if (row.expiresAt <= this.rules.clock()) return 'expired';
    const operator = this.operators.byId(row.operatorId);
    return operator ? { operator } : 'unknown';
  }

  private ofApplication(token: string): Operator | null {
    const { operatorToken } = this.rules;
    const matches = operatorToken !== undefined && sameSecret(operatorToken, token);
    return matches ? this.operators.byUserName(ADMINISTRATOR) : null;
  }
}
