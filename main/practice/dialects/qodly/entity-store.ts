import type { Store } from '../../store';
import { DATACLASSES } from './dataclasses';

/** A record of the sample application. */
export interface Entity {
  readonly key: number;
  /** Counts the changes. */
  readonly stamp: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Records of the sample application, by environment and class. */
export const ENTITY_TABLE = `
create table if not exists qodly_entities (
  environmentId text not null, dataclass text not null, key integer not null, stamp integer not null,
  attributes text not null, primary key (environmentId, dataclass, key)
) without rowid;`;

/** Where an entity lives. */
export interface Shelf {
  readonly environmentId: string;
  readonly dataclass: string;
}

type EntityRow = Omit<Entity, 'attributes'> & { readonly attributes: string };

const toEntity = (row: EntityRow): Entity => ({
  key: row.key,
  stamp: row.stamp,
  attributes: JSON.parse(row.attributes) as Record<string, unknown>,
});

/** Reads and writes records. */
export class EntityStore {
  constructor(private readonly store: Store) {}

  count({ environmentId, dataclass }: Shelf): number {
    const row = this.store.db
      .prepare('select count(*) as count from qodly_entities where environmentId = ? and dataclass = ?')
      .get(environmentId, dataclass);
    return (row as { count: number }).count;
  }

  /** At most `top` records after the first `skip`. */
  page({ environmentId, dataclass }: Shelf, skip: number, top: number): Entity[] {
    const rows = this.store.db
      .prepare(
        'select * from qodly_entities where environmentId = ? and dataclass = ? order by key limit ? offset ?',
      )
      .all(environmentId, dataclass, top, skip);
    return (rows as EntityRow[]).map(toEntity);
  }

  find({ environmentId, dataclass }: Shelf, key: number): Entity | null {
    const row = this.store.db
      .prepare('select * from qodly_entities where environmentId = ? and dataclass = ? and key = ?')
      .get(environmentId, dataclass, key);
    return row ? toEntity(row as EntityRow) : null;
  }

  /** Writes a record, new or changed. */
  save({ environmentId, dataclass }: Shelf, entity: Entity): void {
    this.store.db
      .prepare('insert or replace into qodly_entities values (?, ?, ?, ?, ?)')
      .run(environmentId, dataclass, entity.key, entity.stamp, JSON.stringify(entity.attributes));
  }

  /** The key of the next new record. */
  nextKey({ environmentId, dataclass }: Shelf): number {
    const row = this.store.db
      .prepare(
        'select coalesce(max(key), 0) + 1 as next from qodly_entities where environmentId = ? and dataclass = ?',
      )
      .get(environmentId, dataclass);
    return (row as { next: number }).next;
  }

  /** Puts the sample records into an environment; to be called in a transaction. */
  fill(environmentId: string): void {
    for (const { name, sample } of DATACLASSES)
      sample.forEach((attributes, index) =>
        this.save({ environmentId, dataclass: name }, { key: index + 1, stamp: 1, attributes }),
      );
  }
}
