import { useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import type { DeploymentView } from '@core/domain/deployment';
import type { EnvironmentRef } from '@core/domain/environment';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { environmentRefOf } from '@renderer/api/environment-ref';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

type Start = z.input<AppContract['calls']['deployments']['start']['input']>;

const start = (client: AppClient, input: Start) =>
  client.deployments.start({ ...input, environment: environmentRefOf(input.environment) });
const its = ({ environment }: Start) => [
  queryKeys.deployments(environment),
  queryKeys.keys(environment),
  queryKeys.operations,
];

/** How the deployments of an environment stand; follows what main reports of the pipeline. */
export function useDeployments(environment: EnvironmentRef): Read<DeploymentView> {
  const client = useClient();
  return toRead(
    useQuery({
      queryKey: queryKeys.deployments(environment),
      queryFn: () => client.deployments.read({ environment: environmentRefOf(environment) }),
    }),
  );
}

/** Starts a deployment; re-reads how it stands. Its end comes as an event. */
export const useStartDeployment = (): Action<Start, DeploymentView> => useClientAction(start, its);
