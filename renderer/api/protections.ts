import { useQuery } from '@tanstack/react-query';
import type { EnvironmentRef } from '@core/domain/environment';
import type { ProtectionView } from '@core/domain/protection';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { environmentRefOf } from '@renderer/api/environment-ref';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';
import type { ProtectionOutcome, ProtectionRequest } from '@renderer/api/types';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

const change = (client: AppClient, input: ProtectionRequest) => client.protections.change(input);
const its = ({ environment }: ProtectionRequest) => [
  queryKeys.protections(environment),
  queryKeys.deployments(environment),
  queryKeys.keys(environment),
  queryKeys.operations,
];

/** The endpoints of an environment with the keys that may call each. */
export function useProtections(environment: EnvironmentRef): Read<ProtectionView[]> {
  const client = useClient();
  return toRead(
    useQuery({
      queryKey: queryKeys.protections(environment),
      queryFn: () => client.protections.list({ environment: environmentRefOf(environment) }),
    }),
  );
}

/** Changes the rules of an endpoint; re-reads the endpoints, the keys and what is not deployed. */
export const useChangeProtection = (): Action<ProtectionRequest, ProtectionOutcome> =>
  useClientAction(change, its);
