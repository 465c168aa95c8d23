import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, type ReactNode } from 'react';
import { followEvents } from '@renderer/api/app-events';
import type { AppClient } from '@renderer/api/client';

const ClientContext = createContext<AppClient | null>(null);

export interface ClientProviderProps {
  client: AppClient;
  /** What was read; made by `createQueryClient`. */
  queries: QueryClient;
  children: ReactNode;
}

/** Gives the screens below their client and what it read, kept in step with main; tests give a fake client. */
export function ClientProvider({ client, queries, children }: ClientProviderProps): ReactNode {
  useEffect(() => followEvents(client, queries), [client, queries]);
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ClientContext>
  );
}

/** The client of the nearest provider. */
export function useClient(): AppClient {
  const client = use(ClientContext);
  if (client === null) throw new Error('useClient needs a ClientProvider above it');
  return client;
}
