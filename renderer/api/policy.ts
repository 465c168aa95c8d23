import { useQuery } from '@tanstack/react-query';
import type { PolicyChange, PolicyView } from '@core/contract/policy';
import { DEFAULT_POLICY, type Policy } from '@core/domain/policy';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';
import { useStable } from '@renderer/api/use-stable';

/** The policy in force, and the file it is from. */
export function usePolicyView(): Read<PolicyView> {
  const client = useClient();
  return toRead(
    useQuery({ queryKey: queryKeys.policy, queryFn: () => client.policy.read({}), staleTime: Infinity }),
  );
}

/** What keys are judged by; the usual limits until it is known. The same object for as long as it says the same. */
export function usePolicy(): Policy {
  const { data } = usePolicyView();
  return useStable(data?.policy ?? DEFAULT_POLICY, samePolicy);
}

const samePolicy = (before: Policy, now: Policy): boolean =>
  before === now || JSON.stringify(before) === JSON.stringify(now);

const change = (client: AppClient, input: PolicyChange) => client.policy.change(input);
const saveFile = (client: AppClient, _nothing: void) => client.policy.saveFile({});
const openFile = (client: AppClient, _nothing: void) => client.policy.openFile({});
const thePolicy = () => [queryKeys.policy];

/** Changes parts of it. */
export const useChangePolicy = (): Action<PolicyChange, PolicyView> => useClientAction(change, thePolicy);

/** Saves it for others; null when the operator cancels. */
export const useSavePolicyFile = (): Action<void, { path: string } | null> => useClientAction(saveFile);

/** Puts a policy file in force; null when the operator cancels. */
export const useOpenPolicyFile = (): Action<void, PolicyView | null> => useClientAction(openFile, thePolicy);
