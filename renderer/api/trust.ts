import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import type { TrustedKey } from '@core/domain/signature';
import type { AppClient } from '@renderer/api/client';
import { queryKeys } from '@renderer/api/query-keys';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

type Trusting = z.input<AppContract['calls']['signing']['trust']['input']>;

const trust = (client: AppClient, input: Trusting): Promise<TrustedKey[]> => client.signing.trust(input);
const touched = () => [queryKeys.trustedKeys, queryKeys.inventories];

/** Trusts a key whose fingerprint the operator compared; what open files are worth is read anew. */
export const useTrust = (): Action<Trusting, TrustedKey[]> => useClientAction(trust, touched);
