import type { Position } from '../../cursor';
import type { Store } from '../../store';

/** A place with keys and a data plane of its own. */
export interface EnvironmentRecord {
  readonly id: string;
  /** Place in the listing. */
  readonly position: number;
  readonly name: string;
  readonly application: string;
  readonly stage: 'production' | 'staging' | 'development';
  /** 1: keys without type, of any duration, never edited. 3: the present generation. */
  readonly generation: 1 | 3;
  readonly maximumValidityDays: number | null;
  /** Null where the vendor does not say. */
  readonly production: boolean | null;
  readonly status: 'running' | 'stopped';
}

/** What a role of the application may do on the data plane; `*` stands for every dataclass. */
export interface RoleRecord {
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** Environments and their roles. */
export const ENVIRONMENT_TABLES = `
create table if not exists qodly_environments (
  id text primary key, position integer not null, name text not null, application text not null,
  stage text not null, generation integer not null, maximumValidityDays integer, production integer,
  status text not null
) without rowid;
create table if not exists qodly_roles (
  environmentId text not null, position integer not null, name text not null, description text not null,
  isDefault integer not null, reads text not null, writes text not null,
  primary key (environmentId, position)
) without rowid;`;

type EnvironmentRow = Omit<EnvironmentRecord, 'production'> & { readonly production: number | null };
type RoleRow = { readonly isDefault: number; readonly reads: string; readonly writes: string } & Omit<
  RoleRecord,
  'isDefault' | 'reads' | 'writes'
>;

/** Reads and writes environments and roles. */
export class EnvironmentStore {
  constructor(private readonly store: Store) {}

  find(id: string): EnvironmentRecord | null {
    const row = this.store.db.prepare('select * from qodly_environments where id = ?').get(id);
    return row ? toEnvironment(row as EnvironmentRow) : null;
  }

  /** At most `limit` environments after a position, in their own order. */
  page([position, id]: Position, limit: number): EnvironmentRecord[] {
    const rows = this.store.db
      .prepare('select * from qodly_environments where (position, id) > (?, ?) order by position, id limit ?')
      .all(position, id, limit);
    return (rows as EnvironmentRow[]).map(toEnvironment);
  }

  roles(environmentId: string): RoleRecord[] {
    const rows = this.store.db
      .prepare('select * from qodly_roles where environmentId = ? order by position')
      .all(environmentId);
    return (rows as RoleRow[]).map(toRole);
  }

  /** Adds an environment with its roles; to be called in a transaction. */
  add(environment: EnvironmentRecord, roles: readonly RoleRecord[]): void {
    this.store.db
      .prepare(
        `insert into qodly_environments values (@id, @position, @name, @application, @stage, @generation,
          @maximumValidityDays, @production, @status)`,
      )
      .run({ ...environment, production: fromFlag(environment.production) });
    const insert = this.store.db.prepare(
      'insert into qodly_roles values (@environmentId, @position, @name, @description, @isDefault, @reads, @writes)',
    );
    roles.forEach((role, position) =>
      insert.run({
        environmentId: environment.id,
        position,
        name: role.name,
        description: role.description,
        isDefault: role.isDefault ? 1 : 0,
        reads: JSON.stringify(role.reads),
        writes: JSON.stringify(role.writes),
      }),
    );
  }

  /** Starts or stops an environment; false when there is none. */
  setStatus(id: string, status: EnvironmentRecord['status']): boolean {
    const update = this.store.db.prepare('update qodly_environments set status = ? where id = ?');
    return update.run(status, id).changes > 0;
  }
}

const fromFlag = (flag: boolean | null): number | null => (flag === null ? null : flag ? 1 : 0);

function toEnvironment(row: EnvironmentRow): EnvironmentRecord {
  return { ...row, production: row.production === null ? null : row.production === 1 };
}

function toRole(row: RoleRow): RoleRecord {
  return {
    name: row.name,
    description: row.description,
    isDefault: row.isDefault === 1,
    reads: JSON.parse(row.reads) as string[],
    writes: JSON.parse(row.writes) as string[],
  };
}
