import { createContext, use, type ReactNode } from 'react';
import type { AppClient } from '@renderer/api/client';

const ClientContext = createContext<AppClient | null>(null);

/** Gives the screens below their client; tests give a fake one. */
export function ClientProvider({ client, children }: { client: AppClient; children: ReactNode }): ReactNode {
  return <ClientContext value={client}>{children}</ClientContext>;
}

/** The client of the nearest provider. */
export function useClient(): AppClient {
  const client = use(ClientContext);
  if (client === null) throw new Error('useClient needs a ClientProvider above it');
  return client;
}
