import { randomBytes } from 'node:crypto';
import type { Store } from '../../store';

/** What has a configuration of its own: a revision, a version, or a runtime environment. */
export type ConfigurationKind = 'revision' | 'version' | 'environment';

/** Where a configuration lives. */
export interface ConfigurationPlace {
  readonly project: string;
  readonly kind: ConfigurationKind;
  readonly ref: string;
}

/** A configuration as it was last saved. */
export interface ConfigurationRecord extends ConfigurationPlace {
  /** The flat document, as it was written. */
  readonly text: string;
  readonly commitId: string;
  /** In milliseconds. */
  readonly committedAt: number;
  readonly author: string;
}

/** Configurations by project, kind and name. */
export const CONFIGURATION_TABLE = `
create table if not exists mia_configurations (
  project text not null, kind text not null, ref text not null, position integer not null, text text not null,
  commitId text not null, committedAt integer not null, author text not null,
  primary key (project, kind, ref)
) without rowid;`;

/** What a save brings. */
export interface Save {
  readonly text: string;
  readonly committedAt: number;
  readonly author: string;
}

/** Reads and writes configurations. */
export class ConfigurationStore {
  constructor(private readonly store: Store) {}

  get empty(): boolean {
    return this.store.db.prepare('select 1 from mia_configurations limit 1').get() === undefined;
  }

  find({ project, kind, ref }: ConfigurationPlace): ConfigurationRecord | null {
    const row = this.store.db
      .prepare('select * from mia_configurations where project = ? and kind = ? and ref = ?')
      .get(project, kind, ref);
    return (row as ConfigurationRecord | undefined) ?? null;
  }

  /** Names in their order. */
  refs(project: string, kind: ConfigurationKind): string[] {
    const rows = this.store.db
      .prepare('select ref from mia_configurations where project = ? and kind = ? order by position, ref')
      .all(project, kind) as { ref: string }[];
    return rows.map(({ ref }) => ref);
  }

  add({ project, kind, ref }: ConfigurationPlace, position: number, save: Save): void {
    this.store.db
      .prepare('insert into mia_configurations values (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(project, kind, ref, position, save.text, newCommitId(), save.committedAt, save.author);
  }

  /** Replaces the configuration if it is still at `previous`: the new commit, or null. */
  save({ project, kind, ref }: ConfigurationPlace, previous: string, save: Save): string | null {
    const commitId = newCommitId();
    const { changes } = this.store.db
      .prepare(
        `update mia_configurations set text = ?, commitId = ?, committedAt = ?, author = ?
          where project = ? and kind = ? and ref = ? and commitId = ?`,
      )
      .run(save.text, commitId, save.committedAt, save.author, project, kind, ref, previous);
    return changes > 0 ? commitId : null;
  }
}

const newCommitId = (): string => randomBytes(20).toString('hex');
