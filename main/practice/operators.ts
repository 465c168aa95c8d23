import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Store } from './store';

/** What an operator may do with keys: list them, see a secret again, change anything. */
export const RIGHTS = ['keys:read', 'keys:reveal', 'keys:write'] as const;
/** One of `RIGHTS`. */
export type Right = (typeof RIGHTS)[number];

/** Who signs in to the practice console, with the training credentials. */
export interface Operator {
  readonly id: string;
  readonly userName: string;
  readonly password: string;
  /** A personal token, used directly as bearer; it does not expire. */
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly rights: readonly Right[];
}

/** See `Operator`. Passwords and tokens are in clear: the console must be able to print them. */
export const OPERATOR_TABLE = `
create table if not exists operators (
  id text primary key, userName text not null unique, password text not null, token text not null unique,
  name text not null, email text not null, rights text not null
) without rowid;`;

/** The operator for whom the application's own token stands. */
export const ADMINISTRATOR = 'admin';

const SAMPLE: readonly Pick<Operator, 'id' | 'userName' | 'name' | 'email' | 'rights'>[] = [
  {
    id: 'operator-1',
    userName: ADMINISTRATOR,
    name: 'Ada Lindgren',
    email: 'ada.lindgren@example.com',
    rights: RIGHTS,
  },
  {
    id: 'operator-2',
    userName: 'viewer',
    name: 'Victor Osei',
    email: 'victor.osei@example.com',
    rights: ['keys:read'],
  },
];

/** Unmistakable letters and digits, so that a printed password can be typed. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A random password that can be typed, for training credentials. */
export function newPassword(): string {
  const letters = [...randomBytes(12)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** SECURITY: compares by digest in constant time, so that neither length nor content can be measured. */
export function sameSecret(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/** The operators of a practice console. Their passwords and tokens are random for each data folder. */
export class Operators {
  readonly all: readonly Operator[];

  /** Makes the sample operators at the first start. */
  constructor(store: Store) {
    const rows = () => store.db.prepare('select * from operators order by id').all() as OperatorRow[];
    if (rows().length === 0) store.atomically(() => addSample(store));
    this.all = rows().map((row) => ({ ...row, rights: JSON.parse(row.rights) as Right[] }));
  }

  byId(id: string): Operator | null {
    return this.all.find((operator) => operator.id === id) ?? null;
  }

  byUserName(userName: string): Operator | null {
    return this.all.find((operator) => operator.userName === userName) ?? null;
  }

  byToken(token: string): Operator | null {
    return this.all.find((operator) => sameSecret(operator.token, token)) ?? null;
  }
}

type OperatorRow = Omit<Operator, 'rights'> & { rights: string };

function addSample(store: Store): void {
  const insert = store.db.prepare(
    'insert into operators values (@id, @userName, @password, @token, @name, @email, @rights)',
  );
  for (const operator of SAMPLE)
    insert.run({
      ...operator,
      password: newPassword(),
      token: `kdp_${randomBytes(24).toString('base64url')}`,
      rights: JSON.stringify(operator.rights),
    });
}
