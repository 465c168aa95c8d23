import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import type { AppClient } from '@renderer/api/client';
import { queryKeys } from '@renderer/api/query-keys';
import type { AppStatus } from '@renderer/api/types';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

type Link = z.input<AppContract['calls']['app']['openLink']['input']>['link'];

const lock = (client: AppClient) => client.app.lock({});
const unlock = (client: AppClient) => client.app.unlock({});
const retryKeychain = (client: AppClient) => client.app.retryKeychain({});
const openLink = (client: AppClient, link: Link) => client.app.openLink({ link });

const theStatus = () => [queryKeys.status];
const whatNeedsCredentials = () => [queryKeys.status, queryKeys.consoles, queryKeys.allEnvironments];

/** Locks the window now; re-reads the status. */
export const useLock = (): Action<void, { done: true }> => useClientAction(lock, theStatus);

/** Unlocks the window; re-reads the status. */
export const useUnlock = (): Action<void, { done: true }> => useClientAction(unlock, theStatus);

/** Asks the keychain again; re-reads what needs credentials. */
export const useRetryKeychain = (): Action<void, AppStatus> =>
  useClientAction(retryKeychain, whatNeedsCredentials);

/** Opens one of the known pages in the system's browser; touches no read. */
export const useOpenLink = (): Action<Link, { done: true }> => useClientAction(openLink);
