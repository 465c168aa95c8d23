import { useQuery } from '@tanstack/react-query';
import type { OwnKey, TrustedKey } from '@core/domain/signature';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

/** The key this Keydesk signs with, made at the first time; asked anew whenever somebody comes to look. */
export function useOwnKey(): Read<OwnKey> {
  const client = useClient();
  return toRead(
    useQuery({ queryKey: queryKeys.ownKey, queryFn: () => client.signing.own({}), staleTime: 0 }),
  );
}

/** The keys whose signatures count here. */
export function useTrustedKeys(): Read<TrustedKey[]> {
  const client = useClient();
  return toRead(
    useQuery({ queryKey: queryKeys.trustedKeys, queryFn: () => client.signing.trusted({}), staleTime: 0 }),
  );
}

const distrust = (client: AppClient, { fingerprint }: Pick<TrustedKey, 'fingerprint'>) =>
  client.signing.distrust({ fingerprint });
const touched = () => [queryKeys.trustedKeys, queryKeys.inventories];

/** Trusts a key no longer; what open files are worth is read anew. */
export const useDistrust = (): Action<Pick<TrustedKey, 'fingerprint'>, TrustedKey[]> =>
  useClientAction(distrust, touched);
