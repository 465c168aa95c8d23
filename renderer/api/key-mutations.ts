import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import type { KeyRef } from '@core/domain/api-key';
import type { EnvironmentRef } from '@core/domain/environment';
import type { ProbeReport } from '@core/domain/probe';
import type { AppClient } from '@renderer/api/client';
import { environmentRefOf } from '@renderer/api/environment-ref';
import { queryKeys } from '@renderer/api/query-keys';
import type {
  CopyReport,
  EditOutcome,
  EditRequest,
  IssueOutcome,
  StopOutcome,
  StopRequest,
} from '@renderer/api/types';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

type Issue = z.input<AppContract['calls']['keys']['issue']['input']>;
type Verify = z.input<AppContract['calls']['keys']['verify']['input']>;

/** A secret on its way to the eyes; hold it in the state of what shows it and nowhere else. */
export interface ShownSecret {
  readonly secret: string;
  readonly hideAfterSeconds: number;
}

const issue = (client: AppClient, input: Issue) => client.keys.issue(input);
const edit = (client: AppClient, input: EditRequest) => client.keys.edit(input);
const stop = (client: AppClient, input: StopRequest) => client.keys.stop(input);
const show = (client: AppClient, key: KeyRef) => client.keys.show({ key });
const copy = (client: AppClient, key: KeyRef) => client.keys.copy({ key });
const verify = (client: AppClient, input: Verify) => client.keys.verify(input);
const cancelLoad = (client: AppClient, environment: EnvironmentRef) =>
  client.keys.cancelLoad({ environment: environmentRefOf(environment) });

const afterIssue = ({ environment }: Issue) => touched(environment);
const afterChange = ({ key }: { key: KeyRef }) => touched(key);
const touched = (ref: EnvironmentRef) => [
  queryKeys.keys(ref),
  queryKeys.environments(ref.consoleId),
  queryKeys.operations,
  queryKeys.deployments(ref),
  queryKeys.protections(ref),
];

/** Creates a key; re-reads its environment's keys, the counts and the open changes. */
export const useIssueKey = (): Action<Issue, IssueOutcome> => useClientAction(issue, afterIssue);

/** Changes a key; re-reads its environment's keys, the counts and the open changes. */
export const useEditKey = (): Action<EditRequest, EditOutcome> => useClientAction(edit, afterChange);

/** Stops a key for good; re-reads its environment's keys, the counts and the open changes. */
export const useStopKey = (): Action<StopRequest, StopOutcome> => useClientAction(stop, afterChange);

/** Asks for the secret of a listed key; touches no read. */
export const useShowKey = (): Action<KeyRef, ShownSecret> => useClientAction(show);

/** Copies the secret of a listed key in main; touches no read. */
export const useCopyKey = (): Action<KeyRef, CopyReport> => useClientAction(copy);

/** Tries a listed key at its endpoint, with its secret where main cannot read it; touches no read. */
export const useVerifyKey = (): Action<Verify, ProbeReport> => useClientAction(verify);

/** Stops a listing that takes too long; its read then fails as cancelled. */
export const useCancelLoad = (): Action<EnvironmentRef, { done: true }> => useClientAction(cancelLoad);
