import { useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import type { IncidentSummary, IncidentView } from '@core/domain/incident';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';
import type { IssueOutcome } from '@renderer/api/types';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';
import { useIncidentAction } from '@renderer/api/use-incident-action';

type Calls = AppContract['calls']['incidents'];
type Input<C extends keyof Calls> = z.input<Calls[C]['input']>;

/** What a drill begins with. */
export type DrillStart = z.output<Calls['startDrill']['output']>;

const open = (client: AppClient, input: Input<'open'>) => client.incidents.open(input);
const attach = (client: AppClient, input: Input<'attach'>) => client.incidents.attach(input);
const resume = (client: AppClient, input: Input<'resume'>) => client.incidents.resume(input);
const note = (client: AppClient, input: Input<'note'>) => client.incidents.note(input);
const stop = (client: AppClient, input: Input<'stop'>) => client.incidents.stop(input);
const replace = (client: AppClient, input: Input<'replace'>) => client.incidents.replace(input);
const prove = (client: AppClient, input: Input<'prove'>) => client.incidents.prove(input);
const unwatch = (client: AppClient, input: Input<'unwatch'>) => client.incidents.unwatch(input);
const close = (client: AppClient, input: Input<'close'>) => client.incidents.close(input);
const save = (client: AppClient, input: Input<'save'>) => client.incidents.save(input);
const openFile = (client: AppClient) => client.incidents.openFile({});
const startDrill = (client: AppClient, by: string) => client.incidents.startDrill({ by });
const recheck = (client: AppClient, { operationId }: RecheckStop) =>
  client.operations.recheck({ operationId });

const KEYS = [queryKeys.allKeys, queryKeys.allEnvironments, queryKeys.operations, queryKeys.allDeployments];
const touchKeys = () => KEYS;

/** An order to stop a key that is not confirmed. */
export interface RecheckStop {
  readonly operationId: string;
  readonly incidentId: string;
}

/** The records, newest first; asked anew whenever the list is looked at. */
export function useIncidents(): Read<IncidentSummary[]> {
  const client = useClient();
  return toRead(
    useQuery({
      queryKey: queryKeys.incidentList,
      queryFn: () => client.incidents.list({}),
      refetchOnMount: 'always',
    }),
  );
}

/** One record with all that follows from it; kept in step by `incidentChanged`. */
export function useIncident(incidentId: string): Read<IncidentView> {
  const client = useClient();
  return toRead(
    useQuery({
      queryKey: queryKeys.incident(incidentId),
      queryFn: () => client.incidents.read({ incidentId }),
      refetchOnMount: 'always',
    }),
  );
}

/** Begins a record with what a search found. */
export const useOpenIncident = (): Action<Input<'open'>, IncidentView> => useIncidentAction(open);

/** Adds keys, and takes over secrets for trials. */
export const useAttachKeys = (): Action<Input<'attach'>, IncidentView> => useIncidentAction(attach);

/** From now on entries are by somebody else. */
export const useResumeIncident = (): Action<Input<'resume'>, IncidentView> => useIncidentAction(resume);

/** Adds a line of one's own. */
export const useAddNote = (): Action<Input<'note'>, IncidentView> => useIncidentAction(note);

/** Stops keys; resolves when each has an outcome. Re-reads keys, counts, open changes and deployments. */
export const useStopLeaked = (): Action<Input<'stop'>, IncidentView> => useIncidentAction(stop, touchKeys);

/** Tries a leaked key until its refusals are stable, and watches it from then on. */
export const useProveDeath = (): Action<Input<'prove'>, IncidentView> => useIncidentAction(prove);

/** Ends the watching. */
export const useStopWatching = (): Action<Input<'unwatch'>, IncidentView> => useIncidentAction(unwatch);

/** Ends the record. */
export const useCloseIncident = (): Action<Input<'close'>, IncidentView> => useIncidentAction(close);

/** Takes in a record somebody else saved; null when the operator cancels. */
export const useOpenRecord = (): Action<void, IncidentView | null> => useIncidentAction(openFile);

/** Issues a copy of a leaked key; re-reads keys, counts, open changes and deployments. */
export const useReplaceLeaked = (): Action<Input<'replace'>, IssueOutcome> =>
  useClientAction(replace, touchKeys);

/** Looks again how an order to stop ended; re-reads the record. */
export const useRecheckStop = (): Action<RecheckStop, unknown> =>
  useClientAction(recheck, ({ incidentId }) => [queryKeys.incident(incidentId), queryKeys.operations]);

/** Saves the record where the operator says; null when they cancel. */
export const useSaveRecord = (): Action<Input<'save'>, { path: string } | null> => useClientAction(save);

/** Begins a drill on the practice console; re-reads consoles and records. */
export const useStartDrill = (): Action<string, DrillStart> =>
  useClientAction(startDrill, () => [
    queryKeys.consoles,
    queryKeys.allEnvironments,
    queryKeys.incidentList,
    queryKeys.allKeys,
  ]);
