import { useQuery } from '@tanstack/react-query';
import type { ConsoleView } from '@core/domain/console';
import type { ConsoleId } from '@core/domain/environment';
import type { ProfileReport, RouteProfile, RouteTrial } from '@core/domain/route-profile';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

/** The routes of one console, by the id of their purpose. */
export interface ConsoleRoutes {
  readonly consoleId: ConsoleId;
  readonly routes: RouteProfile;
}

const setRoutes = (client: AppClient, input: ConsoleRoutes) => client.consoles.setRoutes(input);
const tryRoutes = (client: AppClient, input: ConsoleRoutes) => client.consoles.tryRoutes(input);
const everythingOfIt = ({ consoleId }: ConsoleRoutes) => [
  queryKeys.profile(consoleId),
  queryKeys.consoles,
  queryKeys.environments(consoleId),
  queryKeys.consoleKeys(consoleId),
];

/** How the routes of a console stand; asked anew whenever they are looked at. */
export function useProfile(consoleId: ConsoleId): Read<ProfileReport> {
  const client = useClient();
  return toRead(
    useQuery({
      queryKey: queryKeys.profile(consoleId),
      queryFn: () => client.consoles.profile({ consoleId }),
      staleTime: 0,
    }),
  );
}

/** Replaces the routes the operator set; re-reads everything of the console. */
export const useSetRoutes = (): Action<ConsoleRoutes, ConsoleView> =>
  useClientAction(setRoutes, everythingOfIt);

/** Tries the reading routes; changes nothing. */
export const useTryRoutes = (): Action<ConsoleRoutes, RouteTrial[]> => useClientAction(tryRoutes);
