import type { KeyRef } from '@core/domain/api-key';
import type { AppClient } from '@renderer/api/client';
import type { CopyReport, UsageChoice } from '@renderer/api/types';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

type OfKey = UsageChoice & { readonly key: KeyRef };
type OfHandle = UsageChoice & { readonly handle: string };

const ofKey = (client: AppClient, input: OfKey) => client.keys.copyUsage(input);
const ofHandle = (client: AppClient, input: OfHandle) => client.secrets.copyUsage(input);

/** Copies a snippet that uses a listed key; main writes it. Touches no read. */
export const useCopyKeyUsage = (): Action<OfKey, CopyReport> => useClientAction(ofKey);

/** Copies a snippet that uses a new key which waits in main. Touches no read. */
export const useCopySecretUsage = (): Action<OfHandle, CopyReport> => useClientAction(ofHandle);
