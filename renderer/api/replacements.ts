import { useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import { replacementState, type Replacement } from '@core/domain/replacement';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';
import type { IssueOutcome } from '@renderer/api/types';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

type Calls = AppContract['calls']['replacements'];
type Issue = z.input<Calls['issue']['input']>;
type Wait = z.input<Calls['wait']['input']>;

const issue = (client: AppClient, input: Issue) => client.replacements.issue(input);
const wait = (client: AppClient, input: Wait) => client.replacements.wait(input);
const look = (client: AppClient, id: string) => client.replacements.look({ id });
const callOff = (client: AppClient, id: string) => client.replacements.callOff({ id });
const forget = (client: AppClient, id: string) => client.replacements.forget({ id });

const theList = () => [queryKeys.replacements];
const afterIssue = ({ old }: Issue) => [
  queryKeys.replacements,
  queryKeys.keys(old),
  queryKeys.environments(old.consoleId),
  queryKeys.operations,
  queryKeys.deployments(old),
  queryKeys.protections(old),
];

/** The replacements under way, and those that ended and were not forgotten. */
export function useReplacements(): Read<Replacement[]> {
  const client = useClient();
  return toRead(useQuery({ queryKey: queryKeys.replacements, queryFn: () => client.replacements.list({}) }));
}

/** Looks at the console once where time has passed and only it can tell whether the old key is silent. */
export function useCatchUp(replacement: Replacement, now: number): void {
  const client = useClient();
  const { id, seen } = replacement;
  useQuery({
    queryKey: queryKeys.replacementLook(id, seen?.at ?? ''),
    queryFn: () => client.replacements.look({ id }),
    enabled: replacementState(replacement, now) === 'look',
  });
}

/** Issues a key that takes over from another; re-reads what `useIssueKey` does, and the replacements. */
export const useIssueReplacement = (): Action<Issue, IssueOutcome> => useClientAction(issue, afterIssue);

/** Changes what is waited for. */
export const useSetWait = (): Action<Wait, Replacement> => useClientAction(wait, theList);

/** Looks at both keys on their console now. */
export const useLook = (): Action<string, Replacement> => useClientAction(look, theList);

/** Keeps both keys. */
export const useCallOff = (): Action<string, { done: true }> => useClientAction(callOff, theList);

/** Takes one that is over off the list. */
export const useForget = (): Action<string, { done: true }> => useClientAction(forget, theList);
