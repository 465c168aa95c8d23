import { useQuery } from '@tanstack/react-query';
import type { ConsoleView } from '@core/domain/console';
import type { EnvironmentRef } from '@core/domain/environment';
import type { Settings } from '@core/domain/settings';
import { useClient } from '@renderer/api/ClientProvider';
import { environmentRefOf } from '@renderer/api/environment-ref';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';
import type { AppStatus, OperationView } from '@renderer/api/types';

/** A role that keys of an environment can have. */
export interface RoleView {
  readonly name: string;
  readonly description?: string | undefined;
}

/** Version, keychain and lock. */
export function useStatus(): Read<AppStatus> {
  const client = useClient();
  return toRead(
    useQuery({ queryKey: queryKeys.status, queryFn: () => client.app.status({}), staleTime: Infinity }),
  );
}

/** The operator's preferences. */
export function useSettings(): Read<Settings> {
  const client = useClient();
  return toRead(
    useQuery({ queryKey: queryKeys.settings, queryFn: () => client.settings.read({}), staleTime: Infinity }),
  );
}

/** The consoles in the order in which they were added. */
export function useConsoles(): Read<ConsoleView[]> {
  const client = useClient();
  return toRead(
    useQuery({ queryKey: queryKeys.consoles, queryFn: () => client.consoles.list({}), staleTime: Infinity }),
  );
}

/** The roles of one environment; asked for only where a form needs them. */
export function useRoles(environment: EnvironmentRef): Read<RoleView[]> {
  const client = useClient();
  return toRead(
    useQuery({
      queryKey: queryKeys.roles(environment),
      queryFn: () => client.environments.roles({ environment: environmentRefOf(environment) }),
    }),
  );
}

/** Changes whose outcome is open, and those settled since the window opened. */
export function useOperations(): Read<OperationView[]> {
  const client = useClient();
  return toRead(useQuery({ queryKey: queryKeys.operations, queryFn: () => client.operations.list({}) }));
}
