import { newPassword, sameSecret } from '../../operators';
import type { Store } from '../../store';
import type { Permission } from './names';
import { SAMPLE_USERS } from './sample';

/** Who signs in to Qwilt, with the training credentials. */
export interface QwiltUser {
  /** An e-mail address. */
  readonly userName: string;
  readonly password: string;
  /** Slugs; the first is the default organization. */
  readonly organizations: readonly string[];
  readonly permission: Permission;
  /** Whether the user may see, create and revoke API keys. */
  readonly managesKeys: boolean;
}

/** See `QwiltUser`. Passwords are in clear: the console must be able to print them. */
export const USER_TABLE = `
create table if not exists qwilt_users (
  userName text primary key, position integer not null, password text not null, organizations text not null,
  permission text not null, managesKeys integer not null
) without rowid;`;

type UserRow = Omit<QwiltUser, 'organizations' | 'managesKeys'> & {
  readonly organizations: string;
  readonly managesKeys: number;
};

const toUser = ({ userName, password, permission, ...row }: UserRow): QwiltUser => ({
  userName,
  password,
  permission,
  organizations: JSON.parse(row.organizations) as string[],
  managesKeys: row.managesKeys === 1,
});

/** The users of Qwilt's practice console. Their passwords are random for each data folder. */
export class UserStore {
  constructor(private readonly store: Store) {}

  /** In the order of the samples: the administrator first. */
  all(): QwiltUser[] {
    const rows = this.store.db.prepare('select * from qwilt_users order by position').all();
    return (rows as UserRow[]).map(toUser);
  }

  find(userName: string): QwiltUser | null {
    return this.all().find((user) => user.userName === userName) ?? null;
  }

  /** The user whose password this is, or `null`. */
  withPassword(userName: string, password: string): QwiltUser | null {
    const user = this.find(userName);
    return user !== null && sameSecret(user.password, password) ? user : null;
  }

  /** Adds the sample users. */
  fill(): void {
    const insert = this.store.db.prepare('insert into qwilt_users values (?, ?, ?, ?, ?, ?)');
    for (const [at, { userName, organizations, permission, managesKeys }] of SAMPLE_USERS.entries())
      insert.run(userName, at, newPassword(), JSON.stringify(organizations), permission, managesKeys ? 1 : 0);
  }
}
