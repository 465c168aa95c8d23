import { useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import type { ActivityEntry } from '@core/domain/activity';
import type { ActivityCheck } from '@core/domain/activity-check';
import type { AppErrorShape } from '@core/domain/app-error';
import type { Instant } from '@core/domain/instant';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

/** The activity log as it was at `asOf`. */
export interface ActivityLog {
  /** Oldest first. */
  readonly entries: readonly ActivityEntry[];
  readonly asOf: Instant;
  /** Lines of the file that are no entry. */
  readonly unreadable: number;
  /** What happened and could not be written yet, and why. */
  readonly behind: { readonly lines: number; readonly problem: AppErrorShape | null };
}

type Calls = AppContract['calls']['activity'];
/** Which lines to save, and how. */
export type ActivityExport = z.input<Calls['export']['input']>;
/** Where they were saved; null when the operator cancelled. */
export type ActivityExported = z.output<Calls['export']['output']>;

/** A log that nobody looks at need not stay in memory for long. */
const FORGET_MS = 30_000;

/** Everything done here; read anew whenever somebody comes to look. */
export function useActivityLog(): Read<ActivityLog> {
  const client = useClient();
  return toRead(
    useQuery({
      queryKey: queryKeys.activity,
      queryFn: () => readActivity(client),
      // Comparing a long log with the former one costs more than showing the few lines in sight.
      structuralSharing: false,
      refetchOnMount: 'always',
      gcTime: FORGET_MS,
    }),
  );
}

async function readActivity(client: AppClient): Promise<ActivityLog> {
  const { listing, pages, asOf, unreadable, behind } = await client.activity.load({});
  const entries: ActivityEntry[] = [];
  for (let page = 0; page < pages; page += 1) {
    const { json } = await client.activity.page({ listing, page });
    // Lines were validated once in main, where they came in.
    for (const entry of JSON.parse(json) as ActivityEntry[]) entries.push(entry);
  }
  return { entries, asOf, unreadable, behind };
}

const verify = (client: AppClient): Promise<ActivityCheck> => client.activity.verify({});
const save = (client: AppClient, input: ActivityExport): Promise<ActivityExported> =>
  client.activity.export(input);

/** Checks every line of the log, and its end. */
export const useVerifyActivity = (): Action<void, ActivityCheck> => useClientAction(verify);

/** Saves lines where the operator chooses. */
export const useExportActivity = (): Action<ActivityExport, ActivityExported> => useClientAction(save);
