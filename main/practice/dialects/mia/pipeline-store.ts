import type { Store } from '../../store';

/** How a pipeline can end, spelled as Mia-Platform does. */
export type PipelineEnd = 'success' | 'failed' | 'canceled' | 'abandoned' | 'skipped' | 'succededWithIssues';

/** One deployment of a configuration to a runtime environment. */
export interface Pipeline {
  readonly project: string;
  readonly environment: string;
  /** The configuration as it was when the deployment was asked for. */
  readonly text: string;
  /** In milliseconds. */
  readonly startedAt: number;
  /** In milliseconds. */
  readonly endsAt: number;
  readonly end: PipelineEnd;
}

/** Pipelines; what they will come to is settled when they start, and shows as time passes. */
export const PIPELINE_TABLE = `
create table if not exists mia_pipelines (
  id integer primary key, project text not null, environment text not null, text text not null,
  startedAt integer not null, endsAt integer not null, end text not null
);
create index if not exists mia_pipelines_by_end on mia_pipelines (project, environment, endsAt);`;

/** Ends after which what was deployed is live. */
const LIVE: readonly PipelineEnd[] = ['success', 'succededWithIssues'];

/** What is live in a runtime environment. */
export interface Deployed {
  readonly id: number;
  readonly text: string;
}

/** Reads and writes pipelines. */
export class PipelineStore {
  constructor(private readonly store: Store) {}

  /** The new pipeline's identifier. */
  start(pipeline: Pipeline): number {
    const { lastInsertRowid } = this.store.db
      .prepare(
        `insert into mia_pipelines (project, environment, text, startedAt, endsAt, end)
          values (@project, @environment, @text, @startedAt, @endsAt, @end)`,
      )
      .run(pipeline);
    return Number(lastInsertRowid);
  }

  /** Pending, then running, then how it ended; null when the environment has no such pipeline. */
  status(
    { project, environment }: Pick<Pipeline, 'project' | 'environment'>,
    id: number,
    now: number,
  ): string | null {
    const row = this.store.db
      .prepare('select * from mia_pipelines where id = ? and project = ? and environment = ?')
      .get(id, project, environment) as Pipeline | undefined;
    if (!row) return null;
    if (now >= row.endsAt) return row.end;
    return now < row.startedAt + (row.endsAt - row.startedAt) / 3 ? 'pending' : 'running';
  }

  /** What is live: the last deployment that ended well. Null where nothing was ever deployed. */
  deployed(project: string, environment: string, now: number): Deployed | null {
    const row = this.store.db
      .prepare(
        `select id, text from mia_pipelines where project = ? and environment = ? and endsAt <= ?
          and end in (?, ?) order by endsAt desc, id desc limit 1`,
      )
      .get(project, environment, now, ...LIVE);
    return (row as Deployed | undefined) ?? null;
  }
}
