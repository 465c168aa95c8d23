import type { ApiKey } from '@core/domain/api-key';
import type { AppErrorShape } from '@core/domain/app-error';
import type { EnvironmentRef } from '@core/domain/environment';
import type { Instant } from '@core/domain/instant';
import type { AppClient } from '@renderer/api/client';

/** The keys of one environment as they were at `asOf`. */
export interface KeyRows {
  readonly rows: readonly ApiKey[];
  readonly asOf: Instant;
  /** Why these are the last known rows and not today's; null when they are fresh. */
  readonly stale: AppErrorShape | null;
}

/** Loads an environment's keys and takes them over page by page, so that no page of text blocks a frame for long. */
export async function readKeys(client: AppClient, environment: EnvironmentRef): Promise<KeyRows> {
  const { listing, pages, asOf, stale } = await client.keys.load({ environment });
  const rows = await readPages(pages, (page) => client.keys.page({ listing, page }));
  return { rows, asOf, stale };
}

/** The rows of all pages in their order. */
export async function readPages(
  pages: number,
  read: (page: number) => Promise<{ json: string }>,
): Promise<ApiKey[]> {
  const rows: ApiKey[] = [];
  for (let page = 0; page < pages; page += 1) {
    const { json } = await read(page);
    // Rows were validated once in main, where they came in.
    for (const row of JSON.parse(json) as ApiKey[]) rows.push(row);
  }
  return rows;
}
